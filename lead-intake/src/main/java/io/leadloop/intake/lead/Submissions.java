package io.leadloop.intake.lead;

import io.leadloop.events.Consent;
import io.leadloop.events.Profile;
import io.leadloop.events.Touch;
import io.leadloop.http.ProblemException;
import io.leadloop.intake.lead.LeadRequest.ActivityPart;
import io.leadloop.intake.lead.LeadRequest.ConsentRequest;
import io.leadloop.intake.lead.LeadRequest.TouchRequest;
import io.leadloop.intake.lead.rules.Country;
import io.leadloop.intake.lead.rules.EmailAddress;
import io.leadloop.intake.lead.rules.PhoneNumber;
import io.leadloop.intake.lead.rules.Submission;
import io.leadloop.intake.lead.rules.Submission.SubmittedActivity;
import io.leadloop.messaging.Ids;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a normalised submission of what was sent. */
final class Submissions {
    private Submissions() {}

    /** Refuses with 400 a request without identity or with an e-mail that is none. */
    static Submission of(LeadRequest request, Instant now) {
        Optional<String> email = text(request.email()).map(Submissions::email);
        Optional<String> externalId = text(request.externalId());
        if (email.isEmpty() && externalId.isEmpty()) {
            throw ProblemException.invalid(
                    "email", "is missing: a lead needs an email or an externalId, by which it is found again");
        }
        return new Submission(
                Ids.next(),
                email,
                externalId,
                now,
                false,
                profile(request, email, now),
                request.touch() == null ? List.of() : List.of(touch(request.touch(), now)),
                List.of(),
                activities(request.activities(), now));
    }

    static String email(String text) {
        return EmailAddress.normalize(text)
                .orElseThrow(() -> ProblemException.invalid(
                        "email", "is not an e-mail address; expected something like name@example.com"));
    }

    /** Blank counts as absent. */
    static Optional<String> text(String value) {
        return Optional.ofNullable(value).map(String::strip).filter(stripped -> !stripped.isEmpty());
    }

    private static Profile profile(LeadRequest request, Optional<String> email, Instant now) {
        Map<String, String> attributes =
                new LinkedHashMap<>(request.attributes() == null ? Map.of() : request.attributes());
        attributes.values().removeIf(java.util.Objects::isNull);
        Optional<String> country = text(request.country()).flatMap(Country::code);
        if (country.isEmpty()) {
            text(request.country()).ifPresent(unknown -> attributes.putIfAbsent("country", unknown));
        }
        return new Profile(
                email.orElse(null),
                text(request.firstName()).orElse(null),
                text(request.lastName()).orElse(null),
                text(request.phone())
                        .map(phone -> PhoneNumber.normalize(phone, country.orElse(null)))
                        .orElse(null),
                text(request.company()).orElse(null),
                text(request.jobTitle()).orElse(null),
                country.orElse(null),
                text(request.industry()).orElse(null),
                request.employees(),
                text(request.website()).orElse(null),
                text(request.message()).orElse(null),
                attributes,
                consent(request.consent(), now));
    }

    private static Consent consent(ConsentRequest consent, Instant now) {
        return consent == null
                ? null
                : new Consent(consent.marketing(), consent.text(), consent.at() == null ? now : consent.at());
    }

    private static Touch touch(TouchRequest touch, Instant now) {
        return new Touch(
                text(touch.source()).orElse(null),
                text(touch.medium()).orElse(null),
                text(touch.campaign()).orElse(null),
                text(touch.content()).orElse(null),
                text(touch.term()).orElse(null),
                text(touch.landingPage()).orElse(null),
                text(touch.referrer()).orElse(null),
                touch.clickIds(),
                touch.at() == null ? now : touch.at());
    }

    private static List<SubmittedActivity> activities(List<ActivityPart> activities, Instant now) {
        return activities == null
                ? List.of()
                : activities.stream()
                        .map(activity -> new SubmittedActivity(
                                activity.activityId() == null ? Ids.next() : activity.activityId(),
                                activity.type().strip(),
                                activity.occurredAt() == null ? now : activity.occurredAt(),
                                activity.properties() == null ? Map.of() : activity.properties()))
                        .toList();
    }
}
