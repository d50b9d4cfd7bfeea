package io.leadloop.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecoderTest {
    private static final UUID LEAD = UUID.fromString("0195c5f0-7a00-7000-8000-000000000001");
    private static final String ACTIVITY = """
            {"leadId": "%s", "leadVersion": 1, "occurredAt": "2026-03-02T10:00:00Z", "activityId": "%s",
             "type": "demo_request", "historical": false, "addedLater": {"x": 1}}""".formatted(LEAD, LEAD);

    @Test
    void an_event_of_ours_is_understood_also_with_fields_that_were_added_later() {
        // Given, when
        Decoded decoded = Decoder.decode(record(LEAD.toString(), ACTIVITY, headers()));

        // Then
        assertThat(decoded).isInstanceOfSatisfying(Decoded.Understood.class, understood -> {
            assertThat(understood.event().key()).isEqualTo(LEAD.toString());
            assertThat(understood.trace().traceId()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        });
    }

    @Test
    void a_type_that_we_do_not_know_is_a_newer_producers() {
        Map<String, String> headers = headers();
        headers.put("ce_type", "io.leadloop.lead.cloned.v7");
        assertThat(Decoder.decode(record(LEAD.toString(), ACTIVITY, headers))).isInstanceOf(Decoded.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"io.leadloop.activity.recorded.v2", "io.leadloop.activity.recorded.v0"})
    void another_version_of_what_we_know_waits_for_an_upgrade(String type) {
        // Given
        Map<String, String> headers = headers();
        headers.put("ce_type", type);

        // When
        Decoded decoded = Decoder.decode(record(LEAD.toString(), ACTIVITY, headers));

        // Then
        assertThat(decoded)
                .isInstanceOfSatisfying(
                        Decoded.Unreadable.class,
                        unreadable -> assertThat(unreadable.reason())
                                .contains("io.leadloop.activity.recorded.v1", "after an upgrade"));
    }

    @ParameterizedTest
    @CsvSource({
        "leadloop.leads,      0195c5f0-7a00-7000-8000-000000000001, Tombstone",
        "leadloop.scores,     0195c5f0-7a00-7000-8000-000000000001, Tombstone",
        "leadloop.handoffs,   0195c5f0-7a00-7000-8000-000000000001, Tombstone",
        "leadloop.leads,      not a lead,                           Unreadable",
        "leadloop.leads,      ,                                     Unreadable",
        "leadloop.activities, 0195c5f0-7a00-7000-8000-000000000001, Unreadable",
        "leadloop.agreements, 7,                                    Unreadable",
    })
    void a_null_value_is_a_tombstone_where_a_lead_can_be_forgotten(String topic, String key, String expected) {
        assertThat(Decoder.decode(record(topic, key, null, headers()))
                        .getClass()
                        .getSimpleName())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"text\"",
                "{",
                "{\"leadId\": \"not-an-id\", \"leadVersion\": 1}",
                "{\"leadVersion\": \"many\"}",
                "{}",
                "secret@example.com"
            })
    void what_is_not_the_events_json_is_unreadable_and_the_reason_does_not_quote_it(String value) {
        // Given, when
        Decoded decoded = Decoder.decode(record(LEAD.toString(), value, headers()));

        // Then
        assertThat(decoded)
                .isInstanceOfSatisfying(
                        Decoded.Unreadable.class,
                        unreadable -> assertThat(unreadable.reason())
                                .isNotBlank()
                                .doesNotContain("secret", "not-an-id", "many"));
    }

    @Test
    void deep_nesting_is_unreadable() {
        assertThat(Decoder.decode(record(LEAD.toString(), "[".repeat(100_000), headers())))
                .isInstanceOf(Decoded.Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_id", "ce_type"})
    void a_missing_header_is_unreadable(String header) {
        Map<String, String> headers = headers();
        headers.remove(header);
        assertThat(Decoder.decode(record(LEAD.toString(), ACTIVITY, headers))).isInstanceOf(Decoded.Unreadable.class);
    }

    @Test
    void another_leads_key_is_unreadable_for_it_would_break_the_order() {
        assertThat(Decoder.decode(record(UUID.randomUUID().toString(), ACTIVITY, headers())))
                .isInstanceOf(Decoded.Unreadable.class);
        assertThat(Decoder.decode(record(null, ACTIVITY, headers()))).isInstanceOf(Decoded.Unreadable.class);
    }

    @Test
    void a_missing_or_odd_time_or_trace_does_not_matter() {
        Map<String, String> headers = headers();
        headers.put("ce_time", "yesterday");
        headers.put("traceparent", "odd");
        assertThat(Decoder.decode(record(LEAD.toString(), ACTIVITY, headers))).isInstanceOf(Decoded.Understood.class);
    }

    private static Map<String, String> headers() {
        return new HashMap<>(Map.of(
                "ce_id", UUID.randomUUID().toString(),
                "ce_type", "io.leadloop.activity.recorded.v1",
                "ce_time", "2026-03-02T10:00:00.123456Z",
                "traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"));
    }

    private static RawRecord record(String key, String value, Map<String, String> headers) {
        return record("leadloop.activities", key, value, headers);
    }

    private static RawRecord record(String topic, String key, String value, Map<String, String> headers) {
        return new RawRecord(
                topic,
                3,
                42,
                key == null ? null : key.getBytes(StandardCharsets.UTF_8),
                value == null ? null : value.getBytes(StandardCharsets.UTF_8),
                headers);
    }
}
