package io.leadloop.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SampleTest {

    /** The record headers that belong to the sample of {@link HandoffEvent.HandoffOffered}. */
    static final String HEADERS = EventType.HANDOFF_OFFERED.wireName() + ".headers.json";

    @Test
    void there_is_one_sample_for_each_event_type_and_no_other() {
        assertThat(Published.fileNames("/samples"))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                Stream.of(HEADERS),
                                Arrays.stream(EventType.values()).map(type -> type.wireName() + ".json"))
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void a_sample_reads_into_its_record_and_writes_back_to_equal_json(EventType type) {
        Event event = Published.sampleEvent(type);

        assertThat(Published.json(EventJson.write(event))).isEqualTo(Published.json(Published.sample(type)));
    }

    @Test
    void the_sample_of_headers_belongs_to_the_sample_of_an_offer() {
        JsonNode headers = Published.json(Published.text("/samples/" + HEADERS));

        assertThat(headers.path("ce_type").asText()).isEqualTo(EventType.HANDOFF_OFFERED.wireName());
        assertThat(headers.path("ce_subject").asText())
                .isEqualTo(Published.sampleEvent(EventType.HANDOFF_OFFERED).key());
    }

    @Test
    void what_was_signed_is_the_document_of_the_sample() throws Exception {
        var signed = (AgreementEvent.AgreementSigned) Published.sampleEvent(EventType.AGREEMENT_SIGNED);

        byte[] hash =
                MessageDigest.getInstance("SHA-256").digest(signed.document().getBytes(StandardCharsets.UTF_8));

        assertThat(signed.sha256()).isEqualTo(HexFormat.of().formatHex(hash));
    }
}
