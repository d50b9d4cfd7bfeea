package io.leadloop.deploy.cli;

import io.leadloop.deploy.Installation;
import io.leadloop.deploy.Part;
import io.leadloop.deploy.Service;
import io.leadloop.deploy.kafka.KafkaAdmin;
import io.leadloop.deploy.process.Memory;
import io.leadloop.deploy.settings.Setting;
import io.leadloop.deploy.supervise.Restarts;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What runs, and whether it keeps up. */
@Command(
        name = "status",
        description =
                "Shows each part (process, memory, port), what the supervisor has started again and why, connectors, "
                        + "unread changes and consumer lag. "
                        + "Ends with 1 when a part or the supervisor is missing or a connector does not run.",
        mixinStandardHelpOptions = true)
final class Status implements Callable<Integer> {
    @Mixin
    private Common common;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws Exception {
        Installation installation = common.installation();
        PrintWriter out = command.commandLine().getOut();
        boolean well = parts(installation, out);
        if (running(installation, "postgres")) {
            well &= outboxes(installation, out);
        }
        if (running(installation, "kafka")) {
            lag(installation, out);
        }
        out.flush();
        return well ? 0 : 1;
    }

    private static boolean parts(Installation installation, PrintWriter out) {
        boolean all = true;
        Map<String, Restarts.Entry> restarts = installation.restarts();
        out.printf("%-20s %-9s %8s  %-13s %s%n", "part", "process", "memory", "port", "started again");
        for (Part part : installation.parts()) {
            Optional<ProcessHandle> process = part.running();
            all &= process.isPresent();
            line(out, part.name(), process, ports(installation, part.ports()), restarts);
        }
        line(out, "supervisor", installation.supervisor(), "", restarts);
        return all && installation.supervisor().isPresent();
    }

    private static void line(
            PrintWriter out,
            String name,
            Optional<ProcessHandle> process,
            String ports,
            Map<String, Restarts.Entry> restarts) {
        out.printf(
                Locale.ROOT,
                "%-20s %-9s %8s  %-13s %s%n",
                name,
                process.map(p -> Long.toString(p.pid())).orElse("stopped"),
                process.map(p -> Memory.megabytes(p) + " MB").orElse(""),
                ports,
                told(restarts.get(name)));
    }

    /** How often, and when and why the last time. */
    private static String told(Restarts.Entry restart) {
        return restart == null
                ? ""
                : "%d %s, last at %s: %s"
                        .formatted(
                                restart.times(), restart.times() == 1 ? "time" : "times", restart.at(), restart.why());
    }

    private static boolean outboxes(Installation installation, PrintWriter out) throws Exception {
        Map<String, Long> bytes = installation.databases().bytesNotConfirmed();
        boolean connect = running(installation, "connect");
        boolean all = true;
        Map<String, Restarts.Entry> restarts = installation.restarts();
        out.printf("%n%-28s %-15s %-22s %s%n", "outbox connector", "state", "log not yet confirmed", "started again");
        for (Service service : Service.values()) {
            List<String> states =
                    connect ? installation.connectors().states(service.connector()) : List.of("worker stopped");
            all &= states.size() > 1 && states.stream().allMatch("RUNNING"::equals);
            out.printf(
                    "%-28s %-15s %-22s %s%n",
                    service.connector(),
                    states.isEmpty() ? "absent" : states.stream().distinct().collect(Collectors.joining(" ")),
                    bytes.containsKey(service.slot()) ? bytes.get(service.slot()) + " bytes" : "no slot",
                    told(restarts.get(service.connector())));
        }
        return all;
    }

    private static void lag(Installation installation, PrintWriter out) {
        out.printf("%n%-28s %-34s %s%n", "consumer group", "topic", "records behind");
        try (KafkaAdmin admin = new KafkaAdmin(installation.kafkaBootstrap())) {
            admin.lag()
                    .forEach((group, topics) ->
                            topics.forEach((topic, records) -> out.printf("%-28s %-34s %d%n", group, topic, records)));
        }
    }

    private static boolean running(Installation installation, String part) {
        return installation.part(part).running().isPresent();
    }

    private static String ports(Installation installation, List<Setting> ports) {
        return ports.stream().map(installation.settings()::get).collect(Collectors.joining(", "));
    }
}
