package io.leadloop.handoff.offer;

import io.leadloop.events.Attempt;
import io.leadloop.events.Brief;
import io.leadloop.events.Profile;
import java.util.Map;
import java.util.stream.Collectors;

/** A brief for who needs the lead's numbers but not the person: names, addresses and free text are covered. */
final class Masking {
    private static final String COVER = "***";

    private Masking() {}

    static Brief mask(Brief brief) {
        return new Brief(
                brief.externalId(),
                brief.capturedAt(),
                brief.historical(),
                mask(brief.profile()),
                brief.touches(),
                brief.score(),
                brief.qualification());
    }

    static Attempt mask(Attempt attempt) {
        return new Attempt(attempt.channel(), attempt.result(), mask(attempt.note()), attempt.by(), attempt.at());
    }

    static String mask(String text) {
        return text == null ? null : COVER;
    }

    private static Profile mask(Profile profile) {
        return new Profile(
                mask(profile.email()),
                mask(profile.firstName()),
                mask(profile.lastName()),
                mask(profile.phone()),
                profile.company(),
                profile.jobTitle(),
                profile.country(),
                profile.industry(),
                profile.employees(),
                profile.website(),
                mask(profile.message()),
                masked(profile.attributes()),
                profile.consent());
    }

    private static Map<String, String> masked(Map<String, String> attributes) {
        return attributes.keySet().stream().collect(Collectors.toMap(name -> name, name -> COVER));
    }
}
