package io.leadloop.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;

/** Something that happened and that other services may rely on. */
public sealed interface Event permits LeadKeyed, QuotaEvent, AgreementEvent, DeadLetterEvent {

    /** When it happened in the business's sense; {@code ce_time} is when it was recorded. */
    Instant occurredAt();

    /** The Kafka key: records of one key stay in order. The leadId nearly everywhere. */
    @JsonIgnore
    String key();
}
