package io.leadloop.agreement.rules;

import io.leadloop.agreement.Agreement;
import io.leadloop.events.Profile;
import io.leadloop.events.Touch;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The sample world of these tests: one moment, the sample lead, and agreements that are all scorecard. */
final class Sample {
    static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    static final Profile DANA = new Profile(
            "dana.reyes@acme-industries.example",
            "Dana",
            "Reyes",
            "+12125550142",
            "Acme Industries",
            "VP Operations",
            "US",
            "Manufacturing",
            1200,
            null,
            "A demo for 40 people, please.",
            Map.of(),
            null);

    static final Profile ONLY_AN_ADDRESS = new Profile(
            "someone@somewhere.example", null, null, null, null, null, null, null, null, null, null, Map.of(), null);

    static final Touch SPRING_LAUNCH =
            new Touch("google", "cpc", "spring-launch", null, null, "/pricing", null, Map.of("gclid", "abc"), NOW);

    private Sample() {}

    static ScoredLead lead(Profile profile, LeadActivity... activities) {
        return new ScoredLead(profile, List.of(SPRING_LAUNCH), Arrays.asList(activities));
    }

    static LeadActivity activity(String type, Duration ago) {
        return new LeadActivity(UUID.randomUUID(), type, NOW.minus(ago));
    }

    /** An agreement with one group an axis, each with the cap of 100 unless the rules say otherwise. */
    static Agreement agreement(String fitGroups, String interestGroups) {
        return agreement(100, fitGroups, 100, interestGroups);
    }

    static Agreement agreement(int fitCap, String fitGroups, int interestCap, String interestGroups) {
        return Agreement.signed("""
                name: test
                zone: UTC
                currency: USD
                personas: [{name: operations, when: "lead.jobTitle.contains('Operations')"}, {name: anyone, when: "lead.company != ''"}]
                scorecard:
                  fit: {cap: %d, groups: [%s]}
                  interest: {cap: %d, groups: [%s]}
                  letters: {A: 70, B: 50, C: 25}
                  numbers: {1: 70, 2: 40, 3: 15}
                qualification: {mql: [A1, A2, B1], nurture: [A3, A4, B2, B3], disqualified: [D1, D2, D3, D4]}
                routing: {pools: [{name: everyone, when: "true", teams: [sales], capacityPerRep: 50, fallback: wait}]}
                calendars: [{name: always, zone: UTC, hours: {mon-sun: ["00:00-24:00"]}}]
                clocks: [{name: acceptance, from: offered, to: answered, within: PT15M, calendar: always, warnAt: [0.5], onBreach: reassign}]
                reasons: {reject: [OTHER], lost: [OTHER], recycle: [OTHER]}
                """.formatted(fitCap, fitGroups, interestCap, interestGroups));
    }

    static final String NO_POINTS = "{name: none, cap: 0, rules: [{name: never, points: 0, when: 'false'}]}";

    static String group(int cap, String... rules) {
        return "{name: group, cap: " + cap + ", rules: [" + String.join(", ", rules) + "]}";
    }
}
