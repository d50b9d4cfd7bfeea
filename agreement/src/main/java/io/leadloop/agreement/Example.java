package io.leadloop.agreement;

import io.leadloop.events.Profile;
import io.leadloop.events.Qualification;
import io.leadloop.events.Touch;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The agreement's own test: this lead, having done this, must come out so. What both teams can check without reading rules. */
public record Example(
        String name, Profile lead, List<Touch> touches, List<ExampleActivity> activities, Expectation expect) {

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

    /** What must come out; what the text leaves open is not judged. */
    public record Expectation(
            Optional<Grade> grade, Optional<Qualification> decision, Optional<String> persona, Optional<String> pool) {}
}
