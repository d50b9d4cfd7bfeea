package io.leadloop.webhooks;

import io.leadloop.webhooks.rules.AddressKind;
import io.leadloop.webhooks.rules.Schedule;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What can be set of webhooks. */
@ApplicationScoped
public class WebhookSettings {

    /** Which addresses besides public ones may be connected to. */
    enum Beside {
        NONE,
        LOOPBACK,
        ALL
    }

    private final Schedule schedule;
    private final Duration answerWithin;
    private final Beside beside;

    /**
     * @param schedule pause before each attempt, as durations of ISO 8601
     * @param answerWithin how long a receiver may take to answer
     * @param beside {@code none}, {@code loopback} (this machine) or {@code all}
     */
    public WebhookSettings(
            @ConfigProperty(
                            name = "leadloop.webhooks.schedule",
                            defaultValue = "PT0S,PT5S,PT5M,PT30M,PT2H,PT5H,PT10H,PT14H,PT20H,PT24H")
                    List<String> schedule,
            @ConfigProperty(name = "leadloop.webhooks.answer-within", defaultValue = "20S") Duration answerWithin,
            @ConfigProperty(name = "leadloop.webhooks.targets-beside-public", defaultValue = "none") String beside) {
        this.schedule = new Schedule(schedule.stream().map(Duration::parse).toList());
        this.answerWithin = answerWithin;
        this.beside = Arrays.stream(Beside.values())
                .filter(one -> one.name().equals(beside.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "leadloop.webhooks.targets-beside-public is none, loopback or all, not " + beside));
    }

    Schedule schedule() {
        return schedule;
    }

    Duration firstPause() {
        return schedule.pauses().getFirst();
    }

    Duration answerWithin() {
        return answerWithin;
    }

    boolean allows(AddressKind kind) {
        return switch (kind) {
            case PUBLIC -> true;
            case LOOPBACK -> beside != Beside.NONE;
            case PRIVATE -> beside == Beside.ALL;
        };
    }
}
