package io.leadloop.reconciliation;

import io.leadloop.http.Cursor;
import io.leadloop.http.Page;
import io.leadloop.http.PageRequest;
import io.leadloop.http.ProblemException;
import io.leadloop.messaging.Database;
import io.leadloop.reconciliation.rules.Bucket;
import io.leadloop.reconciliation.rules.Entry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** This service's own books. */
@ApplicationScoped
public class Books {
    /** Two bytes of an id tell its bucket. */
    public static final int MOST_BUCKETS = 65_536;

    public static final int FEWEST_BUCKETS = 256;

    private final Database database;
    private final AccountStore store;
    private final Ledger ledger;
    private final String service;

    Books(
            Database database,
            AccountStore store,
            Ledger ledger,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.database = database;
        this.store = store;
        this.ledger = ledger;
        this.service = service;
    }

    /** Account after account, so that a look at the books takes one connection. */
    public Uni<OwnBooks> own() {
        return database.transaction(tx -> store.now(tx)
                .chain(at -> Multi.createFrom()
                        .iterable(ledger.accounts())
                        .onItem()
                        .transformToUniAndConcatenate(account -> store.summary(tx, account))
                        .collect()
                        .asList()
                        .chain(accounts -> store.deadLetters(tx)
                                .map(deadLetters -> new OwnBooks(service, at, accounts, deadLetters)))));
    }

    public Uni<List<Bucket>> buckets(String account, int buckets) {
        Account wanted = account(account);
        check(buckets);
        return database.transaction(tx -> store.prepare(tx).chain(() -> store.buckets(tx, wanted, buckets)));
    }

    public Uni<Entries> entries(String account, int buckets, List<Integer> numbers) {
        Account wanted = account(account);
        check(buckets);
        return database.transaction(tx -> store.prepare(tx).chain(() -> store.entries(tx, wanted, buckets, numbers)));
    }

    public Uni<Page<Entry>> list(String account, String state, PageRequest page) {
        Account wanted = account(account);
        String before = page.from().map(Books::id).orElse("");
        return database.transaction(tx -> store.list(tx, wanted, state == null ? "" : state, before, page.limit()))
                .map(rows -> Page.of(
                        rows,
                        page.limit(),
                        last -> new Cursor(Instant.EPOCH, last.id().toString()),
                        row -> row));
    }

    private Account account(String name) {
        return ledger.accounts().stream()
                .filter(account -> account.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("There is no account " + name + " here, only "
                        + ledger.accounts().stream().map(Account::name).collect(Collectors.joining(", "))));
    }

    private static String id(Cursor cursor) {
        try {
            return UUID.fromString(cursor.id()).toString();
        } catch (IllegalArgumentException notOurs) {
            throw ProblemException.invalid("cursor", "is not one that this list gave; start again without it");
        }
    }

    private static void check(int buckets) {
        if (buckets < FEWEST_BUCKETS || buckets > MOST_BUCKETS || Integer.bitCount(buckets) != 1) {
            throw ProblemException.invalid(
                    "of", "must be a power of two between " + FEWEST_BUCKETS + " and " + MOST_BUCKETS);
        }
    }
}
