package io.leadloop.handoff.history.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.handoff.history.rules.LeadKey.ByEmail;
import io.leadloop.handoff.history.rules.LeadKey.ByExternalId;
import io.leadloop.handoff.history.rules.LeadKey.ByLeadId;
import io.leadloop.handoff.offer.rules.Outcome;
import io.leadloop.handoff.offer.rules.Outcome.Amount;
import io.leadloop.handoff.offer.rules.Outcome.Lost;
import io.leadloop.handoff.offer.rules.Outcome.Recycled;
import io.leadloop.handoff.offer.rules.Outcome.Won;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HistoryRulesTest {

    private static final String AT = "2018-02-26T19:58:54Z";
    private static final String ID = "01890000-0000-7000-8000-000000000001";

    static Stream<Arguments> rows_that_say_what_became_of_a_lead() {
        Won wonNothingNoted = new Won(Optional.empty());
        return Stream.of(
                row(Map.of("leadId", ID), new ByLeadId(UUID.fromString(ID)), wonNothingNoted),
                row(Map.of("externalId", "mql-1"), new ByExternalId("mql-1"), wonNothingNoted),
                row(Map.of("email", "Dana@Acme.example"), new ByEmail("dana@acme.example"), wonNothingNoted),
                row(
                        Map.of("leadId", ID, "externalId", "mql-1", "email", "d@acme.example"),
                        new ByLeadId(UUID.fromString(ID)),
                        wonNothingNoted),
                row(
                        Map.of("externalId", "mql-1", "outcome", "WON", "amount", "0.0", "currency", "BRL"),
                        new ByExternalId("mql-1"),
                        new Won(Optional.of(new Amount(BigDecimal.ZERO, "BRL")))),
                row(
                        Map.of("externalId", "mql-1", "outcome", "lost", "reason", "too dear"),
                        new ByExternalId("mql-1"),
                        new Lost("too dear")),
                row(Map.of("externalId", "mql-1", "outcome", "lost"), new ByExternalId("mql-1"), new Lost("OTHER")),
                row(
                        Map.of("externalId", "mql-1", "outcome", "recycled", "reason", "later"),
                        new ByExternalId("mql-1"),
                        new Recycled("later", Optional.empty())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void rows_that_say_what_became_of_a_lead(Map<String, String> fields, LeadKey lead, Outcome outcome) {
        assertThat(HistoryRules.read(with(fields, "occurredAt", AT)))
                .isEqualTo(new RowReading.Understood(
                        new PastOutcome(lead, outcome, Instant.parse(AT), Optional.empty(), Optional.empty())));
    }

    static Stream<Arguments> rows_that_do_not() {
        return Stream.of(
                wrong(Map.of("occurredAt", AT), "no lead is named: fill leadId, externalId or email"),
                wrong(Map.of("externalId", "mql-1"), "occurredAt is empty"),
                wrong(Map.of("leadId", "42", "occurredAt", AT), "leadId is not a UUID"),
                wrong(
                        Map.of("externalId", "mql-1", "occurredAt", AT, "amount", "1,200"),
                        "amount is not a number such as 1234.50"),
                wrong(Map.of("externalId", "mql-1", "occurredAt", AT, "amount", "-1"), "amount must be 0 or more"),
                wrong(
                        Map.of("externalId", "mql-1", "occurredAt", AT, "amount", "1"),
                        "currency must be an ISO 4217 code, for example USD"),
                wrong(
                        Map.of("externalId", "mql-1", "occurredAt", AT, "outcome", "maybe"),
                        "outcome must be won, lost or recycled"),
                wrong(
                        Map.of("externalId", "x".repeat(501), "occurredAt", AT),
                        "externalId has more than 500 characters"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource
    void rows_that_do_not(Map<String, String> fields, String message) {
        assertThat(HistoryRules.read(fields)).isEqualTo(new RowReading.Wrong(message));
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        Map<String, String> more = new HashMap<>(fields);
        more.put(name, value);
        return more;
    }

    private static Arguments row(Map<String, String> fields, LeadKey lead, Outcome outcome) {
        return Arguments.of(fields, lead, outcome);
    }

    private static Arguments wrong(Map<String, String> fields, String message) {
        return Arguments.of(fields, message);
    }
}
