package io.leadloop.deploy.cli;

import io.leadloop.deploy.Installation;
import io.leadloop.deploy.Progress;
import io.leadloop.deploy.Service;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts everything and says how to begin. */
@Command(
        name = "up",
        description = "Starts what is not running, waits until it is ready, and says what to do next.",
        mixinStandardHelpOptions = true)
final class Up implements Runnable {
    @Mixin
    private Common common;

    @Option(
            names = "--only",
            paramLabel = "NAMES",
            split = ",",
            description = "Start PostgreSQL, Kafka, Kafka Connect and of the services only these; "
                    + "'infrastructure' for none. For those who run the others from an IDE.")
    private List<String> only;

    @Spec
    private CommandSpec command;

    @Override
    public void run() {
        PrintWriter out = command.commandLine().getOut();
        Set<Service> services = services();
        Installation installation = common.installation();
        if (!installation.settings().equals(common.wanted())) {
            out.println("Something runs already; its settings stay until `./leadloop down`.");
        }
        Instant begun = Instant.now();
        Progress progress = (part, news) -> {
            synchronized (out) {
                out.printf(Locale.ROOT, "  %-24s %s%n", part, news);
                out.flush();
            }
        };
        out.println("Starting in " + installation.layout().root());
        out.flush();
        installation.up(services, progress);
        installation.supervise();
        out.printf(
                Locale.ROOT,
                "Ready after %.1f s.%n%n",
                Duration.between(begun, Instant.now()).toMillis() / 1000.0);
        out.println(only == null ? Welcome.everything(installation) : Welcome.infrastructure(installation));
        out.flush();
    }

    private Set<Service> services() {
        return only == null
                ? EnumSet.allOf(Service.class)
                : only.stream()
                        .filter(name -> !name.equals("infrastructure"))
                        .map(Service::named)
                        .collect(Collectors.toSet());
    }
}
