package io.leadloop.intake.lead;

import io.leadloop.http.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of {@code POST /v1/leads}. An e-mail or an external id is needed, everything else may be absent. */
@Schema(description = "A submission. An e-mail or an externalId is needed, everything else may be absent.")
record LeadRequest(
        @PlainText(max = 254) String email,
        @PlainText(max = 200) String externalId,
        @PlainText(max = 100) String firstName,
        @PlainText(max = 100) String lastName,
        @PlainText(max = 50) String phone,
        @PlainText(max = 200) String company,
        @PlainText(max = 200) String jobTitle,
        @PlainText(max = 100) String country,
        @PlainText(max = 100) String industry,
        @Min(0) @Max(10_000_000) Integer employees,
        @PlainText(max = 500) String website,
        @PlainText(max = 5_000) String message,
        @Size(max = 50) Map<@PlainText(max = 100) String, @PlainText(max = 1_000) String> attributes,
        @Valid TouchRequest touch,
        @Valid ConsentRequest consent,
        @Size(max = 50) List<@Valid ActivityPart> activities) {

    record TouchRequest(
            @PlainText(max = 200) String source,
            @PlainText(max = 200) String medium,
            @PlainText(max = 200) String campaign,
            @PlainText(max = 200) String content,
            @PlainText(max = 200) String term,
            @PlainText(max = 2_000) String landingPage,
            @PlainText(max = 2_000) String referrer,
            @Size(max = 20) Map<@PlainText(max = 50) String, @PlainText(max = 500) String> clickIds,
            Instant at) {}

    record ConsentRequest(
            boolean marketing, @PlainText(max = 2_000) String text, Instant at) {}

    /** @param activityId makes the activity the same one when it is sent again */
    record ActivityPart(
            UUID activityId,
            @NotBlank @PlainText(max = 100) String type,
            Instant occurredAt,
            @Size(max = 50) Map<@PlainText(max = 100) String, @PlainText(max = 1_000) String> properties) {}
}
