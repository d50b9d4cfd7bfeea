package io.leadloop.sla.alert.digest;

import io.leadloop.agreement.inforce.Agreements;
import io.leadloop.messaging.Database;
import io.leadloop.messaging.Failures;
import io.leadloop.messaging.Stopping;
import io.leadloop.sla.alert.digest.DigestStore.Look;
import io.leadloop.sla.alert.digest.rules.Digest;
import io.leadloop.sla.alert.digest.rules.DigestMail;
import io.leadloop.sla.quota.ShowQuotas;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Sends the daily mail. Whoever takes the turn has ten minutes to send and to plan the next; if that fails it is tried again in a
 * minute, and if the tracker dies, when the ten minutes are over: later rather than never. A tracker that dies between sending and
 * planning sends it again.
 */
@ApplicationScoped
class SendDigest {
    private static final Logger LOG = Logger.getLogger(SendDigest.class);
    private static final Duration SEND_WITHIN = Duration.ofSeconds(60);
    private static final int LONGEST_ERROR = 500;

    private final Database database;
    private final DigestStore store;
    private final Agreements agreements;
    private final ShowQuotas showQuotas;
    private final ReactiveMailer mailer;
    private final DigestConfig config;
    private final MeterRegistry registry;

    SendDigest(
            Database database,
            DigestStore store,
            Agreements agreements,
            ShowQuotas showQuotas,
            ReactiveMailer mailer,
            DigestConfig config,
            MeterRegistry registry) {
        this.database = database;
        this.store = store;
        this.agreements = agreements;
        this.showQuotas = showQuotas;
        this.mailer = mailer;
        this.config = config;
        this.registry = registry;
    }

    @Scheduled(
            every = "10s",
            skipExecutionIf = Stopping.class,
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> send() {
        return config.recipients().isEmpty()
                ? Uni.createFrom().voidItem()
                : agreements
                        .now()
                        .map(inForce ->
                                lookAndSend(inForce.agreement().document().zone()))
                        .orElseGet(() -> Uni.createFrom().voidItem())
                        .onFailure(Failures::isOperational)
                        .recoverWithUni(failure -> {
                            LOG.debugf("It is not known whether a daily mail is due: %s", failure.getMessage());
                            return Uni.createFrom().voidItem();
                        });
    }

    private Uni<Void> lookAndSend(ZoneId zone) {
        return database.patiently(store::look).chain(look -> {
            Instant next = DigestMail.next(look.now(), config.at(), zone);
            return look.isDue() ? take(zone) : plan(look, next);
        });
    }

    /** Also brings it forward when somebody has set an earlier time. */
    private Uni<Void> plan(Look look, Instant next) {
        boolean planned = look.nextAt() != null && !look.nextAt().isAfter(next);
        return planned ? Uni.createFrom().voidItem() : database.patiently(tx -> store.plan(tx, next));
    }

    private Uni<Void> take(ZoneId zone) {
        return database.patiently(store::take)
                .chain(turn -> turn.isEmpty() ? Uni.createFrom().voidItem() : write(turn.getFirst(), zone));
    }

    private Uni<Void> write(Instant turn, ZoneId zone) {
        return database.patiently(tx -> store.read(tx, turn))
                .chain(digest -> showQuotas.thisMonth().map(digest::with))
                .chain(digest -> mail(digest, zone))
                .ifNoItem()
                .after(SEND_WITHIN)
                .failWith(() -> new IllegalStateException("the mail server has not taken it within " + SEND_WITHIN))
                .chain(() -> database.patiently(tx -> store.sent(tx, DigestMail.next(turn, config.at(), zone))))
                .invoke(() -> count("sent"))
                .onFailure()
                .recoverWithUni(this::tryAgain);
    }

    private Uni<Void> mail(Digest digest, ZoneId zone) {
        DigestMail mail = DigestMail.of(digest, zone, config.pages());
        List<String> to = config.recipients();
        return mailer.send(
                Mail.withText(to.getFirst(), mail.subject(), mail.text()).setTo(to));
    }

    /** Without addresses: what is logged and shown says nothing of persons. */
    private Uni<Void> tryAgain(Throwable failure) {
        count("failed");
        String error = (failure.getClass().getSimpleName() + ": " + failure.getMessage()).replaceAll("\\S+@\\S+", "…");
        LOG.warnf("The daily mail was not sent and is tried again in a minute: %s", error);
        return database.patiently(tx -> store.failed(tx, error.substring(0, Math.min(error.length(), LONGEST_ERROR))));
    }

    private void count(String how) {
        registry.counter("leadloop.sla.digests", "result", how).increment();
    }
}
