package io.leadloop.agreement;

import io.leadloop.events.Profile;
import io.leadloop.events.Qualification;
import io.leadloop.events.Touch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The agreement's own test: this lead, having done this, must come out so. What both teams can check without reading rules.
 *
 * @param at the moment of judging, empty where it does not matter
 */
public record Example(
        String name,
        Optional<Instant> at,
        Profile lead,
        List<Touch> touches,
        List<ExampleActivity> activities,
        Expectation expect) {

    public Example {
        touches = AgreementDocument.listOrEmpty(touches);
        activities = AgreementDocument.listOrEmpty(activities);
    }

    /** @param ago how long before the moment of judging it happened */
    public record ExampleActivity(String type, Duration ago) {
        public ExampleActivity {
            ago = ago == null ? Duration.ZERO : ago;
        }
    }

    /**
     * What must come out; what the text leaves open is not judged.
     *
     * @param due by the clock's name: when it would be due if it started at the moment of judging
     */
    public record Expectation(
            Optional<Grade> grade,
            Optional<Qualification> decision,
            Optional<String> persona,
            Optional<String> pool,
            Map<String, Instant> due) {
        public Expectation {
            due = due == null ? Map.of() : Map.copyOf(due);
        }
    }
}
