package io.leadloop.webhooks;

import io.leadloop.webhooks.rules.AddressKind;
import io.leadloop.webhooks.rules.Attempt;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * One post to an address that a stranger chose. The name is looked up here, every address that it has is judged, and the connection
 * goes to the very address that was judged: a name that leads elsewhere a moment later leads nowhere. Redirects are not followed,
 * and of the answer only status and {@code Retry-After} are read.
 */
@ApplicationScoped
class WebhookClient {
    private static final int CONNECT_WITHIN_MILLIS = 5_000;
    private static final int AT_ONCE_TO_ONE_ADDRESS = 16;

    private final HttpClient client;
    private final WebhookSettings settings;

    WebhookClient(Vertx vertx, WebhookSettings settings) {
        this.settings = settings;
        this.client = vertx.createHttpClient(
                new HttpClientOptions()
                        .setConnectTimeout(CONNECT_WITHIN_MILLIS)
                        .setKeepAlive(false)
                        .setMaxHeaderSize(16 * 1024)
                        .setMaxRedirects(0),
                new PoolOptions().setHttp1MaxSize(AT_ONCE_TO_ONE_ADDRESS));
    }

    @PreDestroy
    void close() {
        client.close();
    }

    /** How it ended; never a failure. */
    Uni<Attempt> post(TargetUrl target, Map<String, String> headers, String body) {
        return address(target)
                .chain(address -> Uni.createFrom()
                        .completionStage(
                                () -> send(target, address, headers, body).toCompletionStage()))
                .ifNoItem()
                .after(settings.answerWithin().plusSeconds(5))
                .fail()
                .onFailure()
                .recoverWithItem(failure -> new Attempt.Unanswered(words(failure)));
    }

    private Uni<InetAddress> address(TargetUrl target) {
        return Uni.createFrom().item(() -> allowed(target)).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    /** If one of a name's addresses is not allowed, none is: whoever owns such a name has no business here. */
    private InetAddress allowed(TargetUrl target) {
        try {
            InetAddress[] addresses = InetAddress.getAllByName(target.hostToResolve());
            Arrays.stream(addresses)
                    .filter(one -> !settings.allows(AddressKind.of(one.getAddress())))
                    .findFirst()
                    .ifPresent(refused -> {
                        throw new TargetRefused(refused);
                    });
            return addresses[0];
        } catch (UnknownHostException unknown) {
            throw new IllegalStateException("no address is known for the host", unknown);
        }
    }

    private Future<Attempt> send(TargetUrl target, InetAddress address, Map<String, String> headers, String body) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(target.port(), address.getHostAddress()))
                .setHost(target.hostToResolve())
                .setPort(target.port())
                .setSsl(target.tls())
                .setURI(target.path())
                .setFollowRedirects(false)
                .setTimeout(settings.answerWithin().toMillis());
        headers.forEach(options::putHeader);
        return client.request(options)
                .compose(request -> request.send(Buffer.buffer(body)).map(answer -> {
                    Attempt attempt = answered(answer);
                    hangUp(request);
                    return attempt;
                }));
    }

    /** What else there is in the answer is nothing to us, however long it is. */
    private static void hangUp(HttpClientRequest request) {
        request.connection().close();
    }

    private static Attempt answered(HttpClientResponse answer) {
        return new Attempt.Answered(answer.statusCode(), retryAfter(answer.getHeader("Retry-After")));
    }

    /** Only seconds; a date would be by a clock that is not ours. */
    private static Optional<Duration> retryAfter(String header) {
        return Optional.ofNullable(header)
                .filter(text -> text.matches("\\d{1,6}"))
                .map(Long::parseLong)
                .map(Duration::ofSeconds);
    }

    private static String words(Throwable failure) {
        String message = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return message.length() > 300 ? message.substring(0, 300) : message;
    }

    /** The address is not one that may be connected to. */
    private static final class TargetRefused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TargetRefused(InetAddress address) {
            super(
                    address.getHostAddress()
                            + " is not on the internet and was not connected to. leadloop.webhooks.targets-beside-public"
                            + " says which others may be.",
                    null,
                    false,
                    false);
        }
    }
}
