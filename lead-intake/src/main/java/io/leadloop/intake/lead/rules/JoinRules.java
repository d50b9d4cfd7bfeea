package io.leadloop.intake.lead.rules;

import io.leadloop.events.Profile;
import io.leadloop.events.StageReached;
import io.leadloop.events.Touch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Joins a further submission to a known lead.
 *
 * <ul>
 *   <li>What the person says now replaces what was known; what is not said stays.
 *   <li>Imported history only fills gaps: it is older than what the person said.
 *   <li>Touches are kept in the order of their times; of very many the first and the latest stay.
 *   <li>The lead was captured at the earliest of both times.
 *   <li>A live submission of a historical lead makes it live: the person is back.
 *   <li>An e-mail or external id fills a gap, it never replaces one.
 * </ul>
 */
public final class JoinRules {
    static final int MAX_TOUCHES = 100;

    private JoinRules() {}

    public static KnownLead join(KnownLead known, Submission further) {
        Profile newer = further.historical() ? known.profile() : further.profile();
        Profile older = further.historical() ? further.profile() : known.profile();
        return new KnownLead(
                known.email().or(further::email),
                known.externalId().or(further::externalId),
                earlier(known.capturedAt(), further.capturedAt()),
                known.historical() && further.historical(),
                over(older, newer, known.email().or(further::email)),
                touches(known.touches(), further.touches()),
                stages(known.stages(), further.stages()));
    }

    private static Profile over(Profile older, Profile newer, Optional<String> email) {
        Map<String, String> attributes = new LinkedHashMap<>(older.attributes());
        attributes.putAll(newer.attributes());
        return new Profile(
                email.orElse(null),
                first(newer.firstName(), older.firstName()),
                first(newer.lastName(), older.lastName()),
                first(newer.phone(), older.phone()),
                first(newer.company(), older.company()),
                first(newer.jobTitle(), older.jobTitle()),
                first(newer.country(), older.country()),
                first(newer.industry(), older.industry()),
                first(newer.employees(), older.employees()),
                first(newer.website(), older.website()),
                first(newer.message(), older.message()),
                attributes,
                first(newer.consent(), older.consent()));
    }

    private static <T> T first(T preferred, T otherwise) {
        return preferred == null ? otherwise : preferred;
    }

    private static List<Touch> touches(List<Touch> known, List<Touch> further) {
        List<Touch> all = Stream.concat(known.stream(), further.stream())
                .sorted(Comparator.comparing(Touch::at))
                .toList();
        if (all.size() <= MAX_TOUCHES) {
            return all;
        }
        List<Touch> kept = new ArrayList<>(MAX_TOUCHES);
        kept.add(all.getFirst());
        kept.addAll(all.subList(all.size() - MAX_TOUCHES + 1, all.size()));
        return kept;
    }

    private static List<StageReached> stages(List<StageReached> known, List<StageReached> further) {
        return Stream.concat(known.stream(), further.stream())
                .distinct()
                .sorted(Comparator.comparing(StageReached::at))
                .toList();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
