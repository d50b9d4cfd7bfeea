package io.leadloop.agreement.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.agreement.Agreement;
import io.leadloop.agreement.AgreementDocument;
import io.leadloop.agreement.DefaultAgreement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgreementDiffTest {

    private static final AgreementDocument BEFORE = document(DefaultAgreement.text());

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            within: PT15M           | within: PT10M            | acceptance time 15 min → 10 min
            warnAt: [0.5, 0.8]      | warnAt: [0.25, 0.8]      | acceptance warnings at: + 25 %, − 50 %
            points: 40              | points: 35               | fit rule 200 people or more points 40 → 35
            lead.employees == 1     | lead.employees < 3       | fit rule one person condition lead.employees == 1 → lead.employees < 3
            name: one person        | name: sole trader        | fit rule sole trader added: points -20, condition lead.employees == 1, in group not our buyer; fit rule one person removed
            activity: trial_started, halfLife: P14D | activity: trial_started, halfLife: P7D | interest rule trial started half-life 14 days → 7 days
            activity: trial_started, halfLife: P14D | activity: trial_started | interest rule trial started half-life 14 days → none
            reason: writes from     | reason: posts from       | fit rule business address reason writes from a company's own address → posts from a company's own address
            cap: 90                 | cap: 80                  | interest group asked for us cap 90 → 80
            letters: {A: 70         | letters: {A: 75          | letter A from fit 70 → 75
            numbers: {1: 70, 2: 40  | numbers: {1: 70, 2: 45   | number 2 from interest 40 → 45
            mql: [A1, A2, B1]       | mql: [A1, A2, B1, C1]    | grade C1 held → mql
            mql: [A1, A2, B1]       | mql: [A1, A2]            | grade B1 mql → held
            capacityPerRep: 50      | capacityPerRep: 20       | pool everyone capacity per rep 50 → 20
            teams: [sales]          | teams: [sales, emea]     | pool everyone teams: + emea
            `when: "true", teams`   | `when: "lead.country == 'US'", teams` | pool everyone condition true → lead.country == 'US'
            name: always, zone: UTC | name: always, zone: Europe/Berlin | calendar always zone UTC → Europe/Berlin
            "09:00-12:30"           | "08:00-12:30"            | calendar office hours mon-fri: + 08:00-12:30, − 09:00-12:30
            holidays: US            | holidays: DE-BY          | calendar office holidays US → DE-BY
            holidays: US            | `holidays: US, days: {12-24: []}` | calendar office days 12-24 none → nothing
            holidays: US            | `holidays: US, overrides: [{from: 2026-08-01, to: 2026-08-31, hours: {mon-fri: ["09:00-13:00"]}}]` | calendar office overrides 1 from none → 2026-08-01; calendar office overrides 1 to none → 2026-08-31; calendar office overrides 1 hours mon-fri none → 09:00-13:00
            calendar: always, warn  | calendar: office, warn   | acceptance calendar always → office
            mqlPerMonth: 100        | mqlPerMonth: 120         | quota MQLs a month 100 → 120
            perRep: true            | perRep: false            | quota per rep yes → no
            warnBelow: 0.9          | warnBelow: [0.9, 0.75]   | quota warning below: + 75 %
            perRep: true            | `perRep: true, personas: {executive: 0.4}` | quota share of persona executive none → 40 %
            perRep: true            | `perRep: true, notWorkable: [SPAM, DUPLICATE]` | quota not workable none → SPAM, DUPLICATE
            `quota: {mqlPerMonth: 100, perRep: true, calendar: always, warnBelow: 0.9}` | `` | quota removed
            COMPETITOR, ALREADY     | ALREADY                  | reasons reject: − COMPETITOR
            recycle: [BAD_TIMING    | recycle: [LATER, BAD_TIMING | reasons recycle: + LATER
            marketing: [captured    | marketing: [seen, captured | funnel marketing: + seen
            USD                     | EUR                      | currency USD → EUR
            name: Leadloop default  | name: Ours               | name Leadloop default → Ours
            expect: {grade: C3, decision: held} | expect: {grade: C3} | example 'a manager of a small company who reads' expect decision held → none
            # D below               | # D is the rest          | ``
            """)
    void a_change_is_told_in_words(String passage, String replacement, String expected) {
        // Given
        assertThat(DefaultAgreement.text()).contains(passage);
        AgreementDocument after = document(DefaultAgreement.text()
                .replaceFirst(
                        java.util.regex.Pattern.quote(passage), java.util.regex.Matcher.quoteReplacement(replacement)));

        // When
        List<Change> changes = AgreementDiff.between(BEFORE, after);

        // Then
        assertThat(String.join("; ", changes.stream().map(Change::text).toList()))
                .isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void the_order_of_personas_is_told_because_the_first_counts() {
        // Given
        String text = DefaultAgreement.text();
        String executive = text.lines()
                .filter(line -> line.contains("{name: executive"))
                .findFirst()
                .orElseThrow();
        AgreementDocument after =
                document(text.replace(executive + "\n", "").replace("personas:\n", "personas:\n" + executive + "\n"));

        // When
        List<Change> changes = AgreementDiff.between(BEFORE, after);

        // Then
        assertThat(changes)
                .extracting(Change::text)
                .containsExactly("order of personas operations-leader, sales-leader, marketing-leader, executive →"
                        + " executive, operations-leader, sales-leader, marketing-leader");
    }

    @Test
    void a_rule_that_moves_to_another_group_is_told_as_moved() {
        // Given
        String text = DefaultAgreement.text();
        String phone = text.lines()
                .filter(line -> line.contains("{name: phone number"))
                .findFirst()
                .orElseThrow();
        AgreementDocument after = document(text.replace(phone + "\n", "")
                .replace(
                        "      - name: not our buyer\n        cap: 0\n        rules:\n",
                        "      - name: not our buyer\n        cap: 0\n        rules:\n" + phone + "\n"));

        // When / Then
        assertThat(AgreementDiff.between(BEFORE, after))
                .extracting(Change::text)
                .containsExactly("fit rule phone number in group reachable → not our buyer");
    }

    private static AgreementDocument document(String text) {
        return Agreement.signed(text).document();
    }
}
