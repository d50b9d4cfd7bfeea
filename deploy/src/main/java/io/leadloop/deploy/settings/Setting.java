package io.leadloop.deploy.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Everything that can be set: the name in {@code leadloop.properties}, its default and what it means. */
public enum Setting {
    INTAKE_PORT("intake.port", "8081", "lead-intake"),
    SCORING_PORT("scoring.port", "8082", "scoring-service"),
    HANDOFF_PORT("handoff.port", "8083", "handoff-service"),
    SLA_PORT("sla.port", "8084", "sla-tracker"),
    REPORTING_PORT("reporting.port", "8085", "reporting-service and the web pages"),
    POSTGRES_PORT("postgres.port", "15432", "PostgreSQL"),
    POSTGRES_ADDRESS(
            "postgres.address",
            "",
            "host:port at which services and connectors reach PostgreSQL, when a pooler or proxy stands before it"),
    KAFKA_PORT("kafka.port", "19092", "Kafka, for clients"),
    KAFKA_CONTROLLER_PORT("kafka.controller-port", "19093", "Kafka, for itself"),
    KAFKA_ADDRESS("kafka.address", "", "host:port at which clients reach Kafka, when a proxy stands before it"),
    CONNECT_PORT("connect.port", "18083", "Kafka Connect's REST interface"),
    HOST("host", "127.0.0.1", "address on which the services listen; infrastructure stays on loopback"),
    WAL_BUDGET(
            "postgres.wal-budget",
            "2147483648",
            "bytes of write-ahead log that PostgreSQL may keep for a connector that does not read: alarm at half of it,"
                    + " at four fifths lead-intake refuses; leave room for as much again on the disk"),
    READY_WITHIN("ready-within", "PT4M", "how long `up` waits until everything is ready"),
    STEP_BACK(
            "step-back",
            "5",
            "how far what works off topics steps back, where processors are scarce, behind what answers people and keeps"
                    + " time: 0 (not at all) to 19"),
    SUPERVISE_PATIENCE(
            "supervise.patience",
            "PT40S",
            "how long a part may give no good answer before the supervisor starts it again"),
    AGREEMENT_FILE(
            "agreement.file",
            "",
            "another YAML file than the shipped agreement, for the very first start; agreement/README.md has its words"),
    WEBHOOK_TARGETS(
            "webhooks.targets-beside-public",
            "loopback",
            "where webhooks may lead besides the internet: none, loopback (this machine) or all (also private networks)"),
    WEBHOOK_SCHEDULE(
            "webhooks.schedule", "", "pauses before each attempt, like PT0S,PT5S,PT5M; empty: the published ones"),
    ALERTMANAGER("alertmanager.address", "", "host:port of an Alertmanager that is told of warnings and breaches"),
    DIGEST_TO(
            "digest.to",
            "",
            "who gets the daily mail of broken promises: addresses with commas between; empty: nobody"),
    DIGEST_AT("digest.at", "07:00", "at which time of the day, in the agreement's zone"),
    MAIL_SERVER("mail.address", "localhost:25", "host:port of the mail server that takes it"),
    SERVICE_JVM(
            "service.jvm-options",
            "-Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1",
            "JVM options of each service; without TieredStopAtLevel they start slower and run faster"),
    KAFKA_JVM("kafka.jvm-options", "-Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1", "JVM options of the broker"),
    CONNECT_JVM(
            "connect.jvm-options",
            "-Xmx384m -XX:+UseSerialGC -XX:TieredStopAtLevel=1",
            "JVM options of the Connect worker");

    private final String key;
    private final String defaultValue;
    private final String meaning;

    Setting(String key, String defaultValue, String meaning) {
        this.key = key;
        this.defaultValue = defaultValue;
        this.meaning = meaning;
    }

    public String key() {
        return key;
    }

    public String defaultValue() {
        return defaultValue;
    }

    public String meaning() {
        return meaning;
    }

    public boolean isPort() {
        return key.endsWith("port");
    }

    public boolean isDuration() {
        return this == READY_WITHIN || this == SUPERVISE_PATIENCE;
    }

    public boolean isAddress() {
        return key.endsWith("address");
    }

    /** {@code intake.port} is {@code LEADLOOP_INTAKE_PORT}. */
    public String environmentVariable() {
        return "LEADLOOP_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    public static Optional<Setting> withKey(String key) {
        return Arrays.stream(values())
                .filter(setting -> setting.key.equals(key))
                .findFirst();
    }
}
