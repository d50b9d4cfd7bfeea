package io.leadloop.handoff.reps;

import io.leadloop.http.PlainText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** A team as somebody wants it. */
public record TeamRequest(
        @Size(max = 64) @Pattern(regexp = RepRequest.ID, message = RepRequest.ID_MESSAGE)
        String teamId,

        @NotBlank @PlainText(max = 200) String name,

        @Size(max = 64) @Pattern(regexp = RepRequest.ID, message = RepRequest.ID_MESSAGE)
        String managerId) {}
