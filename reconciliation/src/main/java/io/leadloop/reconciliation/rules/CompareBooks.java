package io.leadloop.reconciliation.rules;

import io.leadloop.reconciliation.rules.Difference.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Compares what a producer told with what a consumer keeps. The consumer's books are read first: what the producer told since
 * then is younger than a minute and hence in flight, whatever happens while the books are read.
 *
 * <ul>
 *   <li>Buckets with equal checksums are equal; of the others every entry is looked at.
 *   <li>An entry about whose lead a dead letter waits at the consumer is quarantined, whatever else is known of it.
 *   <li>The same version on both sides agrees.
 *   <li>Else it is in flight when either side recorded an event about it less than a minute ago.
 *   <li>Else it is missing at the consumer, or different.
 *   <li>What only the consumer has is unknown; in a one-way comparison it may have more.
 * </ul>
 */
public final class CompareBooks {

    private CompareBooks() {}

    /** The numbers of the buckets that are not alike, in order. */
    public static List<Integer> differing(Collection<Bucket> told, Collection<Bucket> heard) {
        Map<Integer, Bucket> tellers = byNumber(told);
        Map<Integer, Bucket> hearers = byNumber(heard);
        Set<Integer> numbers = new TreeSet<>(tellers.keySet());
        numbers.addAll(hearers.keySet());
        return numbers.stream()
                .filter(number -> !tellers.getOrDefault(number, Bucket.empty(number))
                        .isSameAs(hearers.getOrDefault(number, Bucket.empty(number))))
                .toList();
    }

    /**
     * @param told every entry of these buckets, also those that do not count
     * @param quarantinedLeads leads of which the consumer has dead letters that wait
     * @param oneWay whether the consumer may know more
     */
    public static Drilled drill(
            int buckets, List<Entry> told, List<Entry> heard, Set<UUID> quarantinedLeads, boolean oneWay) {
        Map<UUID, Entry> hearers = byId(heard);
        Map<UUID, Entry> tellers = byId(told);
        Map<String, Long> agreed = new TreeMap<>();
        List<Difference> differences = new ArrayList<>();
        List<Entry> counted = told.stream().filter(Entry::isCounted).toList();
        for (Entry teller : counted) {
            Pair pair = new Pair(Optional.of(teller), Optional.ofNullable(hearers.get(teller.id())));
            if (quarantinedLeads.contains(teller.leadId())) {
                differences.add(pair.difference(Kind.QUARANTINED, buckets));
            } else if (pair.agrees()) {
                agreed.merge(pair.heard().orElseThrow().state(), 1L, Long::sum);
            } else {
                differences.add(pair.difference(pair.kind(), buckets));
            }
        }
        heard.stream()
                .filter(hearer -> !oneWay && hearer.isCounted())
                .map(hearer -> new Pair(Optional.ofNullable(tellers.get(hearer.id())), Optional.of(hearer)))
                .filter(pair -> pair.told().filter(Entry::isCounted).isEmpty() && !pair.inFlight())
                .forEach(pair -> differences.add(pair.difference(Kind.UNKNOWN, buckets)));
        return new Drilled(
                counted.size(),
                agreed,
                differences.stream().sorted(Difference.ORDER).toList());
    }

    /** Adds up what was found. Differing buckets that were not drilled count as not compared. */
    public static Equation sum(
            Collection<Bucket> told,
            Collection<Bucket> heard,
            Set<Integer> drilledBuckets,
            List<Drilled> drilled,
            int mostDifferences) {
        Set<Integer> differing = Set.copyOf(differing(told, heard));
        Map<String, Long> states = new HashMap<>();
        heard.stream()
                .filter(bucket -> !differing.contains(bucket.bucket()))
                .forEach(bucket -> bucket.states().forEach((state, count) -> states.merge(state, count, Long::sum)));
        drilled.forEach(part -> part.agreed().forEach((state, count) -> states.merge(state, count, Long::sum)));
        long equal = told.stream()
                .filter(bucket -> !differing.contains(bucket.bucket()))
                .mapToLong(Bucket::entries)
                .sum();
        long notCompared = told.stream()
                .filter(bucket -> differing.contains(bucket.bucket()) && !drilledBuckets.contains(bucket.bucket()))
                .mapToLong(Bucket::entries)
                .sum();
        List<Difference> found =
                drilled.stream().flatMap(part -> part.differences().stream()).toList();
        Map<Kind, Long> kinds = found.stream().collect(Collectors.groupingBy(Difference::kind, Collectors.counting()));
        return new Equation(
                equal + notCompared + drilled.stream().mapToLong(Drilled::told).sum(),
                states,
                kinds.getOrDefault(Kind.QUARANTINED, 0L),
                kinds.getOrDefault(Kind.IN_FLIGHT, 0L),
                kinds.getOrDefault(Kind.MISSING, 0L),
                kinds.getOrDefault(Kind.DIFFERENT, 0L),
                notCompared,
                kinds.getOrDefault(Kind.UNKNOWN, 0L),
                found.stream()
                        .filter(difference -> difference.kind() != Kind.IN_FLIGHT)
                        .sorted(Difference.ORDER)
                        .limit(mostDifferences)
                        .toList());
    }

    /** Which bucket an id belongs to: its last two bytes, which are random in a UUIDv7. The services' SQL says the same. */
    public static int bucket(UUID id, int buckets) {
        return (int) (id.getLeastSignificantBits() & (buckets - 1));
    }

    private static Map<Integer, Bucket> byNumber(Collection<Bucket> buckets) {
        return buckets.stream().collect(Collectors.toMap(Bucket::bucket, Function.identity()));
    }

    private static Map<UUID, Entry> byId(List<Entry> entries) {
        return entries.stream().collect(Collectors.toMap(Entry::id, Function.identity()));
    }

    /** The same entry as either side keeps it; at least one of them does. */
    private record Pair(Optional<Entry> told, Optional<Entry> heard) {

        boolean agrees() {
            return told.map(Entry::version).equals(heard.map(Entry::version));
        }

        boolean inFlight() {
            return told.filter(Entry::inFlight).isPresent()
                    || heard.filter(Entry::inFlight).isPresent();
        }

        Kind kind() {
            if (inFlight()) {
                return Kind.IN_FLIGHT;
            }
            return heard.filter(Entry::isCounted).isPresent() ? Kind.DIFFERENT : Kind.MISSING;
        }

        Difference difference(Kind kind, int buckets) {
            Entry any = told.or(() -> heard).orElseThrow();
            return new Difference(kind, bucket(any.id(), buckets), any.id(), any.leadId(), words(told), words(heard));
        }

        private static String words(Optional<Entry> entry) {
            return entry.map(known -> known.state() + ", version " + known.version())
                    .orElse("");
        }
    }
}
