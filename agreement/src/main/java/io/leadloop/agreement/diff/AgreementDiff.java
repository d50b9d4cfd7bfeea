package io.leadloop.agreement.diff;

import io.leadloop.agreement.AgreementDocument;
import io.leadloop.agreement.diff.Fact.Members;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Compares two documents.
 *
 * <ul>
 *   <li>Things are the same if they have the same name: one under another name went, and one came.
 *   <li>Of lists, what comes and goes is told, not the whole list twice.
 *   <li>Of personas and pools the first whose condition holds counts, so their order is told too. No other order says anything.
 * </ul>
 */
public final class AgreementDiff {

    private static final Set<String> FIRST_COUNTS = Set.of("persona", "pool");

    private AgreementDiff() {}

    /** In the order of the documents; empty if they say the same. */
    public static List<Change> between(AgreementDocument before, AgreementDocument after) {
        Map<String, Item> old = byKey(Items.of(before));
        Map<String, Item> current = byKey(Items.of(after));
        List<Change> changes = new ArrayList<>();
        Set<String> keys = new LinkedHashSet<>(current.keySet());
        keys.addAll(old.keySet());
        for (String key : keys) {
            Item was = old.get(key);
            Item is = current.get(key);
            if (was == null) {
                changes.add(Change.added(is.subject(), is.words()));
            } else if (is == null) {
                changes.add(Change.removed(was.subject(), was.words()));
            } else {
                facts(changes, was, is);
            }
        }
        FIRST_COUNTS.stream().sorted().forEach(kind -> order(changes, kind, old, current));
        return changes;
    }

    private static Map<String, Item> byKey(List<Item> items) {
        return items.stream()
                .collect(Collectors.toMap(Item::key, Function.identity(), (one, same) -> one, LinkedHashMap::new));
    }

    private static void facts(List<Change> changes, Item was, Item is) {
        Set<String> names = new LinkedHashSet<>(is.facts().keySet());
        names.addAll(was.facts().keySet());
        for (String what : names) {
            Fact before = was.facts().getOrDefault(what, new Fact.Single(Fact.NONE));
            Fact after = is.facts().getOrDefault(what, new Fact.Single(Fact.NONE));
            if (before instanceof Members some && after instanceof Members others) {
                String difference = some.differenceTo(others);
                if (!difference.isEmpty()) {
                    changes.add(Change.ofMembers(is.subject(), what, some.words(), others.words(), difference));
                }
            } else if (!before.words().equals(after.words())) {
                changes.add(Change.of(is.subject(), what, before.words(), after.words()));
            }
        }
    }

    private static void order(List<Change> changes, String kind, Map<String, Item> old, Map<String, Item> current) {
        List<String> before = inBoth(kind, old, current);
        List<String> after = inBoth(kind, current, old);
        if (!before.equals(after)) {
            changes.add(Change.of("order of " + kind + "s", "", String.join(", ", before), String.join(", ", after)));
        }
    }

    private static List<String> inBoth(String kind, Map<String, Item> these, Map<String, Item> others) {
        return these.values().stream()
                .filter(item -> item.kind().equals(kind) && others.containsKey(item.key()))
                .map(item -> item.subject().substring(kind.length() + 1))
                .toList();
    }
}
