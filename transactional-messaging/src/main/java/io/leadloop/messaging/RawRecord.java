package io.leadloop.messaging;

import io.leadloop.events.EventJson;
import io.leadloop.events.EventType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** A record as it lay on Kafka. Byte arrays may be {@code null} and are not copied. */
record RawRecord(String topic, int partition, long offset, byte[] key, byte[] value, Map<String, String> headers) {

    static RawRecord of(ConsumerRecord<byte[], byte[]> record) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : record.headers()) {
            if (header.value() != null) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        return new RawRecord(
                record.topic(), record.partition(), record.offset(), record.key(), record.value(), headers);
    }

    static RawRecord of(DeadLetterRow row) {
        return new RawRecord(
                row.topic, row.partition, row.offset, row.key, row.value, EventJson.read(row.headers, HeaderMap.class));
    }

    /** Headers as a dead letter keeps them. */
    private static final class HeaderMap extends LinkedHashMap<String, String> {
        private static final long serialVersionUID = 1L;
    }

    String header(String name) {
        return headers.get(name);
    }

    /** The key where it is a UUID or a number: nothing else may appear in a dead letter's event. */
    Optional<String> safeKey() {
        if (key == null || key.length > 64) {
            return Optional.empty();
        }
        String text = new String(key, StandardCharsets.UTF_8);
        return text.matches("[0-9a-fA-F-]{36}|[0-9]{1,19}") ? Optional.of(text) : Optional.empty();
    }

    /** The type where it is one of our names, of whatever version. */
    Optional<String> safeType() {
        return Optional.ofNullable(header("ce_type")).filter(EventType::isOurs);
    }

    /** The same for the same bytes. */
    String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part :
                    new byte[][] {key, value, EventJson.write(headers).getBytes(StandardCharsets.UTF_8)}) {
                digest.update((part == null ? "absent" : part.length + ":").getBytes(StandardCharsets.UTF_8));
                digest.update(part == null ? new byte[0] : part);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Optional<UUID> eventId() {
        try {
            return Optional.ofNullable(header("ce_id")).map(UUID::fromString);
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
