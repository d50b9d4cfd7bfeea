package io.leadloop.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgreementProblemsTest {

    @ParameterizedTest(name = "{0} → {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            currency: USD           | currency: usd                 | 'usd' is not understood. Write an ISO 4217 code, for example USD.
            currency: USD           | currency: XQQ                 | There is no currency 'XQQ'.
            zone: UTC\\ncurrency     | zone: Europe/Berln\\ncurrency  | There is no time zone 'Europe/Berln'. Did you mean Europe/Berlin?
            zone: UTC\\ncurrency     | zone: 5\\ncurrency             | Expected a text, found a whole number.
            zone: UTC\\ncurrency     | target: {}\\nzone: UTC\\ncurrency | 'target' is not a field here. Known here: activities, calendars, clocks, currency, examples, funnel, name, personas, qualification, quota, reasons, routing, scorecard, zone.
            funnel:                 | funel:                        | 'funel' is not a field here. Did you mean funnel?
            cap: 90                 | cap: 190                      | 190 is too large: at most 100.
            points: 85              | points: many                  | Expected a whole number, found a text.
            points: 85              | points: 85.5                  | Expected a whole number, found a number.
            halfLife: P30D          | halfLife: 30d                 | '30d' is not understood. Write an ISO 8601 duration above zero, for example PT15M or P14D.
            halfLife: P30D          | halfLife: PT0S                | 'PT0S' is not understood. Write an ISO 8601 duration above zero, for example PT15M or P14D.
            {name: demo request, points: 85, activity: demo_request, halfLife: P14D} | {name: demo request, points: 85} | A rule needs 'when', 'activity' or both.
            {name: demo request, points: 85, activity: demo_request, halfLife: P14D} | {name: demo request, points: 85, when: "true", halfLife: P14D} | 'halfLife' and 'linear' need 'activity': only what a lead did fades.
            {name: phone number, points: 5, when: "lead.phone != ''"} | {name: phone number, points: 5} | Field 'when' is missing.
            letters: {A: 70, B: 50  | letters: {A: 70, B: 70        | B starts at 70, but must start below the 70 of A.
            mql: [A1, A2, B1]       | mql: [A1, A9, B1]             | 'A9' is not understood. Write a grade from A1 to D4.
            mql: [A1, A2, B1]       | mql: [A1, A2, B1, D1]         | Grade D1 already has a meaning. Keep it in one list.
            teams: [sales]          | teams: []                     | At least 1 is needed here.
            fallback: wait          | fallback: guess               | 'guess' is not possible here. Possible: wait.
            name: acceptance        | name: answer                  | The clock of offers is named acceptance.
            name: first-attempt     | name: attempts                | The name 'attempts' is used twice.
            name: first-attempt     | name: First Attempt           | 'First Attempt' is not understood. Write a name in small letters, for example first-attempt.
            to: attempt             | to: answered                  | No clock runs from accepted to answered. Possible: attempt, next-step.
            from: accepted, to: attempt | from: qualified, to: attempt | No clock runs from qualified to attempt. Possible: offered.
            from: accepted, to: attempt | from: offered, to: answered | There must be one clock from offered to answered, found 2.
            from: accepted, to: attempt | from: accepted            | The clock does not say what ends it. Write 'to', or how many attempts as 'count'.
            to: attempt             | to: attempt, spacing: PT1H    | 'spacing' needs 'count'.
            count: 6                | to: attempt, count: 6         | Attempts are counted from accepted on. Write from: accepted, and no 'to'.
            count: 6                | count: 1                      | 1 is too small: at least 2.
            until: connected        | ladder: [{after: PT2H, do: escalate}, {after: PT1H, do: reassign}] | PT1H is not after the step before.
            from: accepted, to: attempt, within: PT1H, calendar: always, onBreach: escalate | from: qualified, to: offered, within: PT1H, onBreach: reassign | Nobody has the lead yet that could be reassigned. Write remind or escalate.
            from: accepted, to: attempt, within: PT1H, calendar: always, onBreach: escalate | from: qualified, to: offered, within: PT1H, zoneOf: rep | Before the offer there is no rep and no team yet. Leave it out.
            calendar: always, warnAt        | calendar: offices, warnAt             | There is no calendar 'offices'. Did you mean office?
            00:00-24:00             | 09:00-17:00                   | The calendar 'always' counts around the clock. Write {mon-sun: ["00:00-24:00"]}, or give it another name.
            warnAt: [0.5, 0.8]      | warnAt: [0.5, 1]              | 1 is too large: it must be less than 1.
            warnBelow: 0.9          | warnBelow: much               | Expected a number or a list, found a text.
            warnBelow: 0.9          | warnBelow: [0.9, 1.5]         | 1.5 is too large: at most 1.
            warnBelow: 0.9          | calender: always              | 'calender' is not a field here. Did you mean calendar?
            mqlPerMonth: 100        | mqlPerMonth: 0                | 0 is too small: at least 1.
            mqlPerMonth: 100, perRep: true, calendar: always | mqlPerMonth: 100, calendar: offices | There is no calendar 'offices'. Did you mean office?
            perRep: true            | personas: {sales-leaders: 0.5} | There is no persona 'sales-leaders'. Did you mean sales-leader?
            perRep: true            | grades: {A1: 0.5, C1: 0.2}    | A lead of C1 is no MQL here, so none can be promised. MQLs are A1, A2, B1.
            perRep: true            | grades: {A1: 0.7, A2: 0.4}    | The shares make 1.1, more than a whole. Let them add up to 1 at most.
            perRep: true            | reps: {ana: 1.1}              | 1.1 is too large: at most 1.
            perRep: true            | notWorkable: [SPAMM]          | Sales cannot reject for the reason 'SPAMM'. Did you mean SPAM?
            pool: everyone          | pool: everybody               | There is no pool 'everybody'. Known here: everyone.
            name: sales-leader      | name: operations-leader       | The name 'operations-leader' is used twice.
            name: 50 to 199 people  | name: 200 people or more      | The name '200 people or more' is used twice.
            name: influences        | name: phone number            | The name 'phone number' is used twice.
            - name: compares        | - name: reads                 | The name 'reads' is used twice.
            expect: {grade: D1      | expect: {due: {acceptance: 2026-03-07T18:00:00Z}, grade: D1 | An example with 'due' needs 'at', the time from which to count.
            expect: {grade: D1      | at: 2026-03-07T18:00:00Z\\n    expect: {due: {aceptance: 2026-03-07T18:00:00Z}, grade: D1 | There is no clock 'aceptance'. Did you mean acceptance?
            expect: {grade: D1      | at: yesterday\\n    expect: {grade: D1 | 'yesterday' is not understood. Write a time, for example 2026-03-07T18:00:00-05:00.
            points: 85, activity: demo_request | points: 85, linear: P9D, activity: demo_request | An activity fades in one way. Write halfLife or linear, not both.
            points: 85, activity    | points: 85, expires: 2026-02-30, activity | There is no such day or time as 2026-02-30.
            points: 85, activity    | points: 85, expires: soon, activity | 'soon' is not understood. Write the last day on which the rule counts, for example 2026-06-30, or the time of its end, for example 2026-06-30T18:00:00Z.
            mql: [A1, A2, B1]       | mql: [A1, A2, B1]\\n  onDrop: forget | 'forget' is not possible here. Possible: keep, withdraw.
            lead.employees >= 200   | activities.count('page_view') > 'x' | '>' does not work with a whole number and a text.
            lead.employees >= 200   | activities.count('page_view', 'a week') > 1 | Write the time as an ISO 8601 duration above zero in quotes, as 'P7D'.
            lead.employees >= 200   | activities.count(lead.message) > 1 | Write the type of activity itself in quotes.
            lead.employees >= 200   | activity.count('page_view') > 1 | 'activity.count' is not known. Did you mean activities.count?
            `when: "true", teams`   | `when: "activities.count('page_view') > 1", teams` | Only rules of the scorecard can ask what a lead did. Ask for the profile or the touches here.
            zone: UTC\\ncurrency     | name: again\\nzone: UTC\\ncurrency | Field 'name' is here twice. Remove one of them.
            lead.employees >= 200   | lead.employes >= 200          | 'lead.employes' is not known. Did you mean lead.employees?
            lead.employees >= 200   | lead.employees >= 'many'      | '>=' does not work with a whole number and a text.
            lead.employees >= 200   | lead.employees                | A condition must be true or false; this is a whole number. Compare it with something, for example by == or >=.
            lead.employees >= 200   | lead.employees >=             | The condition ends too early.
            lead.employees >= 200   | lead.country = 'US'           | The condition is not understood: token recognition error at: '= '. Compare with ==.
            lead.employees >= 200   | touch.source == 'x'           | 'touch.source' is not known. Did you mean firstTouch.source or lastTouch.source?
            lead.employees >= 200   | lead.jobTitle.match('x')      | There is no function 'match'. Did you mean matches?
            lead.employees >= 200   | lead.jobTitle.matches('(')    | The pattern is wrong: missing closing ).
            lead.employees >= 200   | lead.jobTitle.matches(lead.message) | Write the pattern itself in quotes.
            """)
    void a_wrong_field_is_explained(String passage, String replacement, String message) {
        // Given
        String text = Samples.changed(passage.replace("\\n", "\n"), replacement.replace("\\n", "\n"));

        // When / Then
        assertThat(Samples.messages(text)).containsExactly(message);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', emptyValue = "", textBlock = """
            ``                      | Line 1, column 1: The text is empty.
            a: [                    | Line 1, column 5: Cannot be read as YAML: expected the node content, but found '<stream end>'.
            - 1                     | Line 1, column 1: Expected fields, found a list.
            just text               | Line 1, column 1: Expected fields, found a text.
            a: &x [1]\\nb: *x        | Line 1, column 1: Aliases (*name) are not allowed: write the value where it belongs.
            a: 1\\n---\\nb: 2         | Line 2, column 1: Cannot be read as YAML: but found another document.
            a: !!java.net.URL [x]   | Line 1, column 4: Cannot be read as YAML: Global tag is not allowed: tag:yaml.org,2002:java.net.URL.
            """)
    void a_text_that_is_no_document_has_one_problem(String text, String problem) {
        // When / Then
        assertThat(Samples.problems(text.replace("\\n", "\n"))).containsExactly(problem);
    }

    @Test
    void all_problems_come_at_once_in_the_order_of_the_text() {
        // Given
        String text = Samples.changed("lead.employees >= 200", "lead.employes >= 200")
                .replace("mql: [A1, A2, B1]", "mql: [A1, D4]")
                .replace("fallback: wait", "fallback: guess")
                .replace("cap: 90", "cap: 190");

        // When / Then
        assertThat(Samples.messages(text))
                .containsExactly(
                        "'lead.employes' is not known. Did you mean lead.employees?",
                        "190 is too large: at most 100.",
                        "Grade D4 already has a meaning. Keep it in one list.",
                        "'guess' is not possible here. Possible: wait.");
    }

    @Test
    void a_text_above_100_kilobytes_is_not_read() {
        // Given
        String text = DefaultAgreement.text() + "# ".repeat(131_072);

        // When / Then
        assertThat(Samples.problems(text))
                .containsExactly("Line 1, column 1: The text is larger than 100 KB. Shorten it.");
    }

    @ParameterizedTest(name = "{0} → line {1}, column {2}")
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            when: lead.employees > lead.x ; 1 ; 24
            when: 'lead.jobTitle == '''' && lead.x > 1' ; 1 ; 33
            when: "lead.jobTitle == '\\"' && lead.x > 1" ; 1 ; 33
            when: |\\n  lead.employees > 1\\n   && lead.x > 1 ; 3 ; 7
            when: >\\n  lead.employees > 1\\n  && lead.x > 1 ; 1 ; 7
            """)
    void a_problem_of_a_condition_is_shown_where_it_stands(String yaml, int line, int column) {
        // When
        Problem problem = ConditionCheck.of(YamlTree.of(yaml.replace("\\n", "\n")))
                .problems()
                .getFirst();

        // Then
        assertThat(problem.message()).isEqualTo("'lead.x' is not known.");
        assertThat(problem.line() + ":" + problem.column()).isEqualTo(line + ":" + column);
        assertThat(problem.path()).isEqualTo("/when");
    }

    @ParameterizedTest
    @CsvSource({"NO", "on", "09:30", "0777", "1_000", "2026-01-01"})
    void what_yaml_1_1_would_turn_into_something_else_stays_text(String scalar) {
        // When
        String read = YamlTree.of("a: " + scalar).root().get("a").textValue();

        // Then
        assertThat(read).isEqualTo(scalar.equals("0777") ? null : scalar);
    }
}
