package io.leadloop.scoring.whatif.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.agreement.Agreement;
import io.leadloop.agreement.DefaultAgreement;
import io.leadloop.agreement.rules.LeadActivity;
import io.leadloop.agreement.rules.ScoredLead;
import io.leadloop.events.Axis;
import io.leadloop.events.Profile;
import io.leadloop.scoring.rules.Difference;
import io.leadloop.scoring.whatif.rules.WhatIfSums.Fates;
import io.leadloop.scoring.whatif.rules.WhatIfSums.Pair;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WhatIfRulesTest {
    private static final Instant NOW = Instant.parse("2026-03-18T10:00:00Z");
    private static final LocalDate THIS_WEEK = LocalDate.parse("2026-03-16");
    private static final Agreement IN_FORCE = Agreement.signed(DefaultAgreement.text());
    /** Fewer points for a demo: who only asked for one is no MQL. */
    private static final Agreement DRAFT = Agreement.signed(DefaultAgreement.text()
            .replace("points: 85, activity: demo_request", "points: 30, activity: demo_request"));

    private static final Profile BUYER = new Profile(
            "a@acme.example",
            null,
            null,
            "+12125550142",
            "Acme",
            "VP Operations",
            "US",
            "Steel",
            1200,
            null,
            null,
            Map.of(),
            null);

    @Test
    void a_lead_qualifies_when_it_first_was_an_mql_by_what_it_had_done_until_then() {
        // Given
        Instant captured = NOW.minusSeconds(86_400 * 30);
        StoredLead lead = lead(1, captured, "", captured.plusSeconds(86_400), NOW);

        // When
        TriedLead tried = TryLead.of(lead, IN_FORCE, DRAFT, NOW);

        // Then
        assertThat(tried.before().qualifiedAt()).contains(captured.plusSeconds(86_400));
        assertThat(tried.before().pool()).contains("everyone");
        assertThat(tried.after().qualifiedAt()).isEmpty();
        assertThat(tried.before().grade()).isEqualTo("A1");
        assertThat(tried.after().grade()).isEqualTo("A3");
        assertThat(tried.differences()).contains(new Difference(Axis.INTEREST, "demo request", 105, 37));
    }

    @Test
    void a_closed_lead_keeps_its_grade_and_its_outcome_counts_for_those_who_no_longer_qualify() {
        // Given
        WhatIfSums sums = sums(10);

        // When
        sums.add(TryLead.of(lead(1, NOW, "won", NOW), IN_FORCE, DRAFT, NOW));
        sums.add(TryLead.of(lead(2, NOW, "lost", NOW), IN_FORCE, DRAFT, NOW));
        sums.add(TryLead.of(lead(3, NOW, "", NOW), IN_FORCE, DRAFT, NOW));

        // Then
        assertThat(sums.changed()).isEqualTo(1);
        assertThat(sums.moves()).isEqualTo(Map.of("A1 → A3", 1L));
        assertThat(sums.openMqls()).isEqualTo(new Pair(1, 0));
        assertThat(sums.noLonger()).isEqualTo(new Fates(3, 1, 1));
        assertThat(sums.newly()).isEqualTo(new Fates(0, 0, 0));
    }

    @Test
    void new_mqls_are_counted_by_week_and_pool_also_weeks_without_any() {
        // Given
        WhatIfSums sums = sums(10);

        // When
        sums.add(TryLead.of(lead(1, NOW, "", NOW), IN_FORCE, DRAFT, NOW));
        sums.add(TryLead.of(
                lead(2, NOW.minusSeconds(86_400 * 7), "", NOW.minusSeconds(86_400 * 7)), IN_FORCE, IN_FORCE, NOW));
        sums.add(TryLead.of(
                lead(3, NOW.minusSeconds(86_400 * 70), "", NOW.minusSeconds(86_400 * 70)), IN_FORCE, DRAFT, NOW));

        // Then
        assertThat(sums.weeks(THIS_WEEK))
                .containsExactly(
                        Map.entry(THIS_WEEK.minusWeeks(2), new Pair(0, 0)),
                        Map.entry(THIS_WEEK.minusWeeks(1), new Pair(1, 1)),
                        Map.entry(THIS_WEEK, new Pair(1, 0)));
        assertThat(sums.pools()).isEqualTo(Map.of("everyone", new Pair(2, 1)));
    }

    @Test
    void the_page_of_changed_leads_is_the_same_however_the_leads_were_shared_out() {
        // Given
        WhatIfSums all = new WhatIfSums(ZoneOffset.UTC, THIS_WEEK, Optional.of(new UUID(0, 2)), 2);
        WhatIfSums one = all.empty();
        WhatIfSums other = all.empty();

        // When
        for (int number : new int[] {5, 1, 3}) {
            one.add(TryLead.of(lead(number, NOW, "", NOW), IN_FORCE, DRAFT, NOW));
        }
        for (int number : new int[] {6, 2, 4}) {
            other.add(TryLead.of(lead(number, NOW, "", NOW), IN_FORCE, DRAFT, NOW));
        }
        all.add(other);
        all.add(one);

        // Then: two, and one more that tells of others
        assertThat(all.page(TriedLead::leadId)).containsExactly(new UUID(0, 3), new UUID(0, 4), new UUID(0, 5));
        assertThat(all.changed()).isEqualTo(6);
        assertThat(all.leads()).isEqualTo(6);
    }

    private static WhatIfSums sums(int limit) {
        return new WhatIfSums(ZoneOffset.UTC, THIS_WEEK.minusWeeks(2), Optional.empty(), limit);
    }

    /** A buyer who asked for a demo at these times. */
    private static StoredLead lead(int number, Instant capturedAt, String outcome, Instant... demos) {
        List<LeadActivity> did = java.util.Arrays.stream(demos)
                .map(at -> new LeadActivity(new UUID(number, at.toEpochMilli()), "demo_request", at))
                .toList();
        return new StoredLead(
                new UUID(0, number),
                new ScoredLead(BUYER, List.of(), did),
                capturedAt,
                Optional.of(outcome).filter(text -> !text.isEmpty()));
    }
}
