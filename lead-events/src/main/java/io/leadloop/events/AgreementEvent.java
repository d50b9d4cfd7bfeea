package io.leadloop.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;

/** What sla-tracker says on {@code leadloop.agreements}. Keyed by the version; all versions are kept. */
public sealed interface AgreementEvent extends Event {

    int version();

    @Override
    @JsonIgnore
    default String key() {
        return Integer.toString(version());
    }

    /**
     * Both sides signed the same text.
     *
     * @param inForceFrom from when it decides
     * @param sha256 of the document's UTF-8 bytes, in hexadecimal: what was signed
     * @param document the whole text, YAML
     */
    record AgreementSigned(
            int version,
            Instant occurredAt,
            Instant inForceFrom,
            String sha256,
            List<Signature> signatures,
            String document)
            implements AgreementEvent {
        public AgreementSigned {
            signatures = signatures == null ? List.of() : List.copyOf(signatures);
        }
    }
}
