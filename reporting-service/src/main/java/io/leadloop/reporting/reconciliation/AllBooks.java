package io.leadloop.reporting.reconciliation;

import com.fasterxml.jackson.core.type.TypeReference;
import io.leadloop.events.EventJson;
import io.leadloop.http.Page;
import io.leadloop.http.PageRequest;
import io.leadloop.reconciliation.Books;
import io.leadloop.reconciliation.Entries;
import io.leadloop.reconciliation.OwnBooks;
import io.leadloop.reconciliation.rules.Bucket;
import io.leadloop.reconciliation.rules.Entry;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The books of all services: the own ones at hand, the others' by HTTP with the token of who asks. */
@ApplicationScoped
class AllBooks {
    private static final Logger LOG = Logger.getLogger(AllBooks.class);
    private static final String HERE = "reporting-service";
    private static final TypeReference<List<Bucket>> BUCKETS = new TypeReference<>() {};
    private static final TypeReference<Page<Entry>> IDS = new TypeReference<>() {};

    /** In the order in which a lead passes them. */
    static final List<String> SERVICES =
            List.of("lead-intake", "scoring-service", "handoff-service", "sla-tracker", HERE);

    private final Books own;
    private final Map<String, BooksClient> others;

    AllBooks(
            Books own,
            @ConfigProperty(name = "leadloop.address.intake") URI intake,
            @ConfigProperty(name = "leadloop.address.scoring") URI scoring,
            @ConfigProperty(name = "leadloop.address.handoff") URI handoff,
            @ConfigProperty(name = "leadloop.address.sla") URI sla) {
        this.own = own;
        this.others = Map.of(
                "lead-intake", client(intake),
                "scoring-service", client(scoring),
                "handoff-service", client(handoff),
                "sla-tracker", client(sla));
    }

    /** A pass over a million leads takes seconds; a service that is not there is noticed at once. */
    private static BooksClient client(URI address) {
        return QuarkusRestClientBuilder.newBuilder()
                .baseUri(address)
                .connectTimeout(500, TimeUnit.MILLISECONDS)
                .readTimeout(65, TimeUnit.SECONDS)
                .build(BooksClient.class);
    }

    Uni<OwnBooks> of(String service, String authorization) {
        return service.equals(HERE)
                ? own.own()
                : asked(service, client -> client.own(authorization), new TypeReference<>() {});
    }

    Uni<List<Bucket>> buckets(String service, String account, int of, String authorization) {
        return service.equals(HERE)
                ? own.buckets(account, of)
                : asked(service, client -> client.buckets(authorization, account, of), BUCKETS);
    }

    Uni<Entries> entries(String service, String account, int of, List<Integer> buckets, String authorization) {
        return service.equals(HERE)
                ? own.entries(account, of, buckets)
                : asked(
                        service,
                        client -> client.entries(authorization, account, of, buckets),
                        new TypeReference<Entries>() {});
    }

    /** The first part of them; the service's own list has the rest. */
    Uni<Page<Entry>> ids(String service, String account, String state, String cursor, String authorization) {
        return service.equals(HERE)
                ? own.list(account, state, PageRequest.of(null, cursor))
                : asked(service, client -> client.ids(authorization, account, state, cursor), IDS);
    }

    private <T> Uni<T> asked(String service, Function<BooksClient, Uni<String>> question, TypeReference<T> type) {
        return question.apply(others.get(service))
                .map(json -> read(json, type))
                .onFailure()
                .transform(failure -> {
                    LOG.warnf(
                            "%s gave no usable answer for the reconciliation: %s",
                            service, failure.getClass().getName());
                    return new NoAnswer(service);
                });
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return EventJson.mapper().readValue(json, type);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
