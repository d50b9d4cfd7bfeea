package io.leadloop.intake.lead.rules;

import io.leadloop.events.Profile;
import io.leadloop.events.StageReached;
import io.leadloop.events.Touch;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a lead's row says that joining looks at. */
public record KnownLead(
        Optional<String> email,
        Optional<String> externalId,
        Instant capturedAt,
        boolean historical,
        Profile profile,
        List<Touch> touches,
        List<StageReached> stages) {}
