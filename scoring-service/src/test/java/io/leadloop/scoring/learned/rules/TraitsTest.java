package io.leadloop.scoring.learned.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.agreement.rules.LeadActivity;
import io.leadloop.events.Profile;
import io.leadloop.events.Score;
import io.leadloop.events.Touch;
import io.leadloop.scoring.learned.rules.Trait.Amount;
import io.leadloop.scoring.learned.rules.Trait.Word;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TraitsTest {
    private static final Instant QUALIFIED = Instant.parse("2026-03-02T10:00:00Z");
    private static final Profile DANA = new Profile(
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
            Map.of("plan", "Gold"),
            null);

    @Test
    void profile_attributes_touches_behaviour_and_score_are_known() {
        Map<String, Trait> traits = Traits.of(new KnownLead(
                QUALIFIED,
                DANA,
                List.of(touch("google", QUALIFIED.minusSeconds(172_800)), touch("newsletter", QUALIFIED)),
                List.of(did("page_view", -7_200), did("page_view", -3_600)),
                Optional.of(new Score(80, 60, "A2", "operations-leader", List.of()))));

        assertThat(traits)
                .containsEntry("country", new Word("us"))
                .containsEntry("industry", new Word("manufacturing"))
                .containsEntry("employees", new Amount(1200))
                .containsEntry("e-mail address", new Word("company"))
                .containsEntry("phone number", new Word("given"))
                .containsEntry("attribute plan", new Word("gold"))
                .containsEntry("first source", new Word("google"))
                .containsEntry("last source", new Word("newsletter"))
                .containsEntry("first landing page", new Word("/pricing"))
                .containsEntry("first referrer", new Word("search.example"))
                .containsEntry("number of touches", new Amount(2))
                .containsEntry("days since the first touch", new Amount(2))
                .containsEntry("times page_view", new Amount(2))
                .containsEntry("hours since the last activity", new Amount(1))
                .containsEntry("fit", new Amount(80))
                .containsEntry("interest", new Amount(60))
                .containsEntry("persona", new Word("operations-leader"))
                .doesNotContainKey("website");
    }

    @Test
    void nobody_can_be_told_by_it() {
        String all = Traits.of(new KnownLead(QUALIFIED, DANA, List.of(), List.of(), Optional.empty()))
                .toString()
                .toLowerCase(Locale.ROOT);

        assertThat(all).doesNotContain("dana", "reyes", "acme", "5550142", "40 people");
    }

    @Test
    void what_came_after_the_moment_is_not_known() {
        KnownLead before = new KnownLead(
                QUALIFIED,
                DANA,
                List.of(touch("google", QUALIFIED.minusSeconds(10))),
                List.of(did("page_view", -5)),
                Optional.empty());
        KnownLead after = new KnownLead(
                QUALIFIED,
                DANA,
                List.of(touch("google", QUALIFIED.minusSeconds(10)), touch("customer-portal", QUALIFIED.plusMillis(1))),
                List.of(did("page_view", -5), did("contract_signed", 1)),
                Optional.empty());

        assertThat(Traits.of(after)).isEqualTo(Traits.of(before));
    }

    @Test
    void of_a_lead_of_whom_nothing_is_known_there_is_no_trait() {
        Profile nobody = new Profile(null, null, null, null, null, null, null, null, null, null, null, Map.of(), null);

        assertThat(Traits.of(new KnownLead(QUALIFIED, nobody, List.of(), List.of(), Optional.empty())))
                .isEqualTo(new TreeMap<>());
    }

    private static Touch touch(String source, Instant at) {
        return new Touch(
                source,
                null,
                null,
                null,
                null,
                "https://www.example/pricing?utm_source=x",
                "https://search.example/q?x=1",
                Map.of(),
                at);
    }

    private static LeadActivity did(String type, long seconds) {
        return new LeadActivity(UUID.randomUUID(), type, QUALIFIED.plusSeconds(seconds));
    }
}
