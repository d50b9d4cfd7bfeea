package io.leadloop.sla.quota.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.events.HandoffState;
import io.leadloop.sla.quota.rules.WorkableRules.Fate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkableRulesTest {

    @ParameterizedTest(name = "{0}, answered {1}, {2}, not workable {3}: {4}, {5}")
    @CsvSource(delimiter = '|', textBlock = """
            none      | false |          |      | counts | nobody has been offered it yet
            OFFERED   | false |          |      | counts | Sales has it and has not said anything
            ACCEPTED  | true  |          |      | counts | an SQL
            EXPIRED   | false |          |      | counts | Sales let it lie
            CLOSED    | true  |          |      | counts | worked on to the end
            CLOSED    | false |          |      | counts | another system knew the outcome before anybody answered
            REJECTED  | true  | SPAM     |      | not    | any reason, unless the two agreed otherwise
            REJECTED  | true  | BAD_TIMING |    | not    | any reason, unless the two agreed otherwise
            REJECTED  | true  | SPAM     | SPAM | not    | an agreed reason
            REJECTED  | true  | BAD_TIMING | SPAM | counts | no agreed reason
            REJECTED  | true  |          | SPAM | counts | no agreed reason
            WITHDRAWN | false |          |      | not    | its score dropped before anybody accepted it
            WITHDRAWN | false |          | SPAM | not    | its score dropped, whatever the agreed reasons
            WITHDRAWN | true  |          |      | counts | taken from a rep who broke a promise; workable as before
            OTHER     | false |          |      | counts | a state of a later version is no reproach
            """)
    void what_became_of_the_last_hand_off_decides(
            String state, boolean answered, String reason, String notWorkable, String expected, String why) {
        // Given
        Optional<Fate> last = state.equals("none")
                ? Optional.empty()
                : Optional.of(new Fate(HandoffState.valueOf(state), answered, Optional.ofNullable(reason)));

        // When
        boolean counts =
                WorkableRules.counts(last, Optional.ofNullable(notWorkable).map(List::of));

        // Then
        assertThat(counts).as(why).isEqualTo(expected.equals("counts"));
    }
}
