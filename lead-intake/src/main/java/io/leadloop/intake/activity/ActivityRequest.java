package io.leadloop.intake.activity;

import io.leadloop.http.PlainText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One activity of {@code POST /v1/activities}.
 *
 * @param activityId makes the activity the same one when it is sent again
 */
@Schema(description = "Something somebody did; name the person by leadId, email or externalId.")
public record ActivityRequest(
        UUID activityId,
        UUID leadId,
        @PlainText(max = 254) String email,
        @PlainText(max = 200) String externalId,
        @NotBlank @PlainText(max = 100) String type,
        Instant occurredAt,
        @Size(max = 50) Map<@PlainText(max = 100) String, @PlainText(max = 1_000) String> properties) {}
