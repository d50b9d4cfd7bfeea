package io.leadloop.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.events.Consent;
import io.leadloop.events.Profile;
import io.leadloop.events.Touch;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The sample lead of the whole product, and texts derived from the default agreement. */
final class Samples {

    static final Profile DANA = new Profile(
            "dana.reyes@acme-industries.example",
            "Dana",
            "Reyes",
            "+12125550142",
            "Acme Industries",
            "VP Operations",
            "US",
            "Manufacturing",
            1200,
            null,
            "A demo for 40 people, please.",
            Map.of("plan", "gold"),
            new Consent(true, "Yes, contact me.", Instant.parse("2026-03-02T10:00:00Z")));

    static final Profile NOBODY =
            new Profile(null, null, null, null, null, null, null, null, null, null, null, null, null);

    private Samples() {}

    static Touch touch(String source, String at) {
        return new Touch(source, null, null, null, null, null, null, null, at == null ? null : Instant.parse(at));
    }

    /** The default agreement with one passage changed. */
    static String changed(String from, String to) {
        assertThat(DefaultAgreement.text()).contains(from);
        return DefaultAgreement.text().replace(from, to);
    }

    static List<String> problems(String yaml) {
        return Agreement.read(yaml) instanceof AgreementReading.Invalid invalid
                ? invalid.problems().stream().map(Problem::toString).toList()
                : List.of();
    }

    /** Without the position, which other tests judge. */
    static List<String> messages(String yaml) {
        return problems(yaml).stream()
                .map(text -> text.substring(text.indexOf(": ") + 2))
                .toList();
    }
}
