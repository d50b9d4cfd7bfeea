package io.leadloop.reporting.reconciliation;

import io.leadloop.reconciliation.Books;
import io.leadloop.reconciliation.OwnBooks;
import io.leadloop.reconciliation.rules.Bucket;
import io.leadloop.reconciliation.rules.CompareBooks;
import io.leadloop.reconciliation.rules.Difference;
import io.leadloop.reconciliation.rules.Difference.Kind;
import io.leadloop.reconciliation.rules.Drilled;
import io.leadloop.reconciliation.rules.Equation;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Compares one account of two services: buckets first, then the entries of the buckets that differ. Of each the hearer is
 * asked first, see {@link CompareBooks}.
 */
@ApplicationScoped
class CompareAccount {
    private static final int USUAL_ENTRIES_A_BUCKET = 16;
    private static final int BUCKETS_AT_ONCE = 400;
    private static final long MOST_ENTRIES = 20_000;
    private static final int FIRST_DIFFERENCES = 20;

    private final AllBooks books;

    CompareAccount(AllBooks books) {
        this.books = books;
    }

    /** So many that a bucket is a handful, whatever the account has. */
    static int buckets(OwnBooks teller, String account) {
        long entries = teller.accounts().stream()
                .filter(one -> one.account().equals(account))
                .mapToLong(one -> one.entries())
                .sum();
        long wanted = Math.max(1, entries / USUAL_ENTRIES_A_BUCKET);
        return (int) Math.clamp(Long.highestOneBit(wanted) * 2, Books.FEWEST_BUCKETS, Books.MOST_BUCKETS);
    }

    /** Both sides' buckets. */
    private record Both(List<Bucket> told, List<Bucket> heard) {
        List<Integer> differing() {
            return CompareBooks.differing(told, heard);
        }
    }

    /** Looks into as many of the differing buckets as have {@value #MOST_ENTRIES} entries together. */
    Uni<Equation> equation(EquationOf which, int buckets, String authorization) {
        return both(which, buckets, authorization).chain(both -> {
            List<Integer> chosen = affordable(both);
            return drilled(which, buckets, chosen, authorization)
                    .map(drilled -> CompareBooks.sum(
                            both.told(), both.heard(), new HashSet<>(chosen), drilled, FIRST_DIFFERENCES));
        });
    }

    /** Up to {@code limit} differences from a place on. */
    Uni<List<Difference>> differences(
            EquationOf which, Optional<String> kind, DifferencePlace from, int limit, String authorization) {
        return both(which, from.buckets(), authorization)
                .map(both -> both.differing().stream()
                        .filter(bucket -> bucket >= from.bucket())
                        .toList())
                .chain(differing -> collect(which, kind, from, differing, List.of(), limit, authorization));
    }

    private Uni<List<Difference>> collect(
            EquationOf which,
            Optional<String> kind,
            DifferencePlace from,
            List<Integer> differing,
            List<Difference> found,
            int limit,
            String authorization) {
        if (differing.isEmpty() || found.size() >= limit) {
            return Uni.createFrom().item(found.stream().limit(limit).toList());
        }
        List<Integer> next = differing.subList(0, Math.min(BUCKETS_AT_ONCE, differing.size()));
        return drill(which, from.buckets(), next, authorization).chain(drilled -> {
            List<Difference> more = new ArrayList<>(found);
            drilled.differences().stream()
                    .filter(from::isBefore)
                    .filter(difference ->
                            kind.map(difference.kind().word()::equals).orElse(difference.kind() != Kind.IN_FLIGHT))
                    .forEach(more::add);
            return collect(
                    which, kind, from, differing.subList(next.size(), differing.size()), more, limit, authorization);
        });
    }

    private Uni<Both> both(EquationOf which, int buckets, String authorization) {
        return books.buckets(which.hearer(), which.account(), buckets, authorization)
                .chain(heard -> books.buckets(which.teller(), which.account(), buckets, authorization)
                        .map(told -> new Both(told, heard)));
    }

    private Uni<List<Drilled>> drilled(EquationOf which, int buckets, List<Integer> chosen, String authorization) {
        Uni<List<Drilled>> all = Uni.createFrom().item(List.of());
        for (int start = 0; start < chosen.size(); start += BUCKETS_AT_ONCE) {
            List<Integer> part = chosen.subList(start, Math.min(start + BUCKETS_AT_ONCE, chosen.size()));
            all = all.chain(before -> drill(which, buckets, part, authorization).map(drilled -> {
                List<Drilled> more = new ArrayList<>(before);
                more.add(drilled);
                return more;
            }));
        }
        return all;
    }

    private Uni<Drilled> drill(EquationOf which, int buckets, List<Integer> part, String authorization) {
        return books.entries(which.hearer(), which.account(), buckets, part, authorization)
                .chain(heard -> books.entries(which.teller(), which.account(), buckets, part, authorization)
                        .map(told -> CompareBooks.drill(
                                buckets, told.entries(), heard.entries(), heard.quarantinedLeads(), which.isOneWay())));
    }

    private static List<Integer> affordable(Both both) {
        Map<Integer, Long> told = sizes(both.told());
        Map<Integer, Long> heard = sizes(both.heard());
        List<Integer> chosen = new ArrayList<>();
        long entries = 0;
        for (int bucket : both.differing()) {
            entries += told.getOrDefault(bucket, 0L) + heard.getOrDefault(bucket, 0L);
            if (entries > MOST_ENTRIES && !chosen.isEmpty()) {
                break;
            }
            chosen.add(bucket);
        }
        return chosen;
    }

    private static Map<Integer, Long> sizes(Collection<Bucket> buckets) {
        return buckets.stream().collect(Collectors.toMap(Bucket::bucket, Bucket::entries, (one, same) -> one));
    }
}
