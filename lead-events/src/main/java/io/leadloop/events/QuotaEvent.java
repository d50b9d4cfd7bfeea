package io.leadloop.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;

/** What sla-tracker says of Marketing's promise on {@code leadloop.sla}, beside the promises to leads. Keyed by the quota. */
public sealed interface QuotaEvent extends Event {

    /** Rises per quota; a consumer drops what is not newer than what it has. */
    long quotaVersion();

    int agreementVersion();

    Quota quota();

    @Override
    @JsonIgnore
    default String key() {
        return quota().quotaId();
    }

    /** Where it stands: once a day, when another agreement comes into force, and when the month is over. */
    record QuotaPaced(long quotaVersion, Instant occurredAt, int agreementVersion, Quota quota) implements QuotaEvent {}

    /** Less than {@code share} (0–1) of what should be delivered by now is delivered. */
    record QuotaWarned(long quotaVersion, Instant occurredAt, int agreementVersion, Quota quota, double share)
            implements QuotaEvent {}

    /**
     * It cannot be reached any more.
     *
     * @param chance that it would be, 0 when the month is over
     */
    record QuotaMissed(long quotaVersion, Instant occurredAt, int agreementVersion, Quota quota, double chance)
            implements QuotaEvent {}
}
