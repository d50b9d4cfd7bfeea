package io.leadloop.systemtests.architecture;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The packages below {@code io.leadloop} and which of them each may use. A new module gets a line here; a service never
 * appears on the right: services speak through Kafka.
 */
enum Module {
    EVENTS("events"),
    MESSAGING("messaging", "events"),
    AGREEMENT("agreement", "events", "messaging"),
    HTTP("http", "events", "messaging"),
    IMPORTS("imports", "http", "messaging", "events"),
    WEBHOOKS("webhooks", "http", "messaging", "events"),
    RECONCILIATION("reconciliation", "http", "messaging"),
    INTAKE("intake", "events", "messaging", "agreement", "http", "imports", "reconciliation"),
    SCORING("scoring", "events", "messaging", "agreement", "http", "reconciliation"),
    HANDOFF("handoff", "events", "messaging", "agreement", "http", "imports", "reconciliation"),
    SLA("sla", "events", "messaging", "agreement", "http", "webhooks", "reconciliation"),
    REPORTING("reporting", "events", "messaging", "agreement", "http", "reconciliation"),
    DEPLOY("deploy");

    static final Set<Module> SERVICES = Set.of(INTAKE, SCORING, HANDOFF, SLA, REPORTING);

    private final String name;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable, its type does not say so
    private final List<String> uses;

    Module(String name, String... uses) {
        this.name = name;
        this.uses = List.of(uses);
    }

    String packages() {
        return packagesOf(name);
    }

    /** Itself and what it may use of the others, as ArchUnit's package patterns. */
    String[] allowed() {
        return Stream.concat(Stream.of(name), uses.stream())
                .map(Module::packagesOf)
                .toArray(String[]::new);
    }

    private static String packagesOf(String name) {
        return "io.leadloop." + name + "..";
    }
}
