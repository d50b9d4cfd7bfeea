package io.leadloop.sla.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.agreement.Agreement;
import io.leadloop.agreement.DefaultAgreement;
import io.leadloop.agreement.inforce.InForce;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A lead qualifies at 10:00:00; the offer was heard of before. */
class AssignmentClocksTest {
    private static final Instant QUALIFIED = Instant.parse("2026-03-02T10:00:00Z");
    private static final InForce AGREEMENT = new InForce(
            1,
            Instant.EPOCH,
            Agreement.signed(DefaultAgreement.text()
                    .replace(
                            "clocks:\n",
                            "clocks:\n  - {name: assignment, from: qualified, to: offered, within: PT1H}\n")));

    @ParameterizedTest(name = "offered at {0}, still open: {1} → {2}")
    @CsvSource(delimiter = '|', nullValues = "never", textBlock = """
            never                    | no  | clock.started               | nobody was offered it
            2026-03-02T10:00:01Z     | yes | clock.started, clock.met    | offered a second later
            2026-03-02T09:59:59.900Z | yes | clock.started, clock.met    | the same, by a clock that is slow
            2026-03-02T09:59:59.900Z | no  | clock.started, clock.met    | that offer has ended meanwhile
            2026-03-02T09:00:00Z     | yes |                             | somebody has it: no other offer is owed
            2026-03-02T09:00:00Z     | no  | clock.started               | an offer of before, which has ended
            """)
    void an_offer_that_was_heard_of_first_keeps_the_promise(
            Instant offeredAt, String open, String told, String reason) {
        // Given
        LeadRow lead = new LeadRow();
        lead.leadId = new UUID(0, 1);
        lead.offeredAt = offeredAt;
        lead.openHandoff = open.equals("yes") ? new UUID(0, 2) : null;
        ClockChanges changes = new ClockChanges(QUALIFIED.plusSeconds(2));

        // When
        AssignmentClocks.qualified(lead, "US", QUALIFIED, AGREEMENT, new ClockBook(List.of()), changes);

        // Then
        assertThat(changes.events().stream()
                        .map(event -> event.getClass()
                                .getSimpleName()
                                .replaceAll("([a-z])([A-Z])", "$1.$2")
                                .toLowerCase(java.util.Locale.ROOT))
                        .collect(Collectors.joining(", ")))
                .as(reason)
                .isEqualTo(told == null ? "" : told);
    }
}
