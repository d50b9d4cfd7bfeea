package io.leadloop.deploy;

import io.leadloop.deploy.settings.Setting;
import java.time.Duration;
import java.util.Arrays;

/**
 * The five services. Each has a database and a role of the same name, and a connector that carries its outbox to Kafka.
 *
 * <p>The poll interval is how long its connector sleeps when there is nothing to read, so the longest time that an event waits for
 * it. Waking up costs: 20 ms some hundredths of a core, which is worth it where a person waits for the next step.
 *
 * <p>Where processors are scarce those that work off topics step back: what they do waits safely there, while a form that is not
 * answered is a lead lost, and a clock that fires late is a promise broken.
 */
public enum Service {
    LEAD_INTAKE("lead-intake", "intake", Setting.INTAKE_PORT, Duration.ofMillis(20)),
    SCORING_SERVICE("scoring-service", "scoring", Setting.SCORING_PORT, Duration.ofMillis(20)),
    HANDOFF_SERVICE("handoff-service", "handoff", Setting.HANDOFF_PORT, Duration.ofMillis(20)),
    SLA_TRACKER("sla-tracker", "sla", Setting.SLA_PORT, Duration.ofMillis(50)),
    REPORTING_SERVICE("reporting-service", "reporting", Setting.REPORTING_PORT, Duration.ofMillis(500));

    private final String id;
    private final String shortName;
    private final Setting port;
    private final Duration outboxPoll;

    Service(String id, String shortName, Setting port, Duration outboxPoll) {
        this.id = id;
        this.shortName = shortName;
        this.port = port;
        this.outboxPoll = outboxPoll;
    }

    /** The name of module, process, log and connector prefix: {@code lead-intake}. */
    public String id() {
        return id;
    }

    /** The name in settings and addresses: {@code intake}. */
    public String shortName() {
        return shortName;
    }

    /** The name of its database and of the role that owns it: {@code lead_intake}. */
    public String database() {
        return id.replace('-', '_');
    }

    public String slot() {
        return database() + "_outbox";
    }

    public String connector() {
        return id + "-outbox";
    }

    public Setting portSetting() {
        return port;
    }

    public Duration outboxPoll() {
        return outboxPoll;
    }

    /** Whether nobody waits for its answers to write something: then it leaves scarce processors to the others. */
    public boolean stepsBack() {
        return this == SCORING_SERVICE || this == REPORTING_SERVICE;
    }

    /** By its full or its short name. */
    public static Service named(String name) {
        return Arrays.stream(values())
                .filter(service -> service.id.equals(name) || service.shortName.equals(name))
                .findFirst()
                .orElseThrow(() -> new LauncherException("There is no service '" + name + "'. There are "
                        + String.join(
                                ", ", Arrays.stream(values()).map(Service::id).toList())
                        + "."));
    }
}
