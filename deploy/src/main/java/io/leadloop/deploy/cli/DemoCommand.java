package io.leadloop.deploy.cli;

import io.leadloop.deploy.Installation;
import io.leadloop.deploy.Progress;
import io.leadloop.deploy.Service;
import io.leadloop.deploy.demo.Demo;
import io.leadloop.deploy.token.Role;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Fills the pages with a company that does not exist. */
@Command(
        name = "demo",
        description =
                "Plays generated leads, reps' answers and outcomes to the running installation, so that every page has "
                        + "something to show: last quarter as history, then leads of now. Without an option: both.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Runnable {
    @Mixin
    private Common common;

    @Option(names = "--history", description = "Only last quarter: counts in reports, wakes no rep.")
    private boolean history;

    @Option(
            names = "--leads",
            paramLabel = "N",
            defaultValue = "3000",
            description = "How many submissions the quarter has. Default: 3000")
    private int leads;

    @Option(names = "--live", description = "Only leads of now, with reps who answer.")
    private boolean live;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "2",
            description = "Live leads per second. Three reps keep up with about 5. Default: 2")
    private double rate;

    @Option(
            names = "--for",
            paramLabel = "DURATION",
            defaultValue = "1m",
            converter = Token.Length.class,
            description = "How long to play live, like 30s or 10m. Default: 1m")
    private Duration length;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "The same seed makes the same people. Default: a new one.")
    private Long seed;

    @Spec
    private CommandSpec command;

    @Override
    public void run() {
        if (rate <= 0 || rate > 1_000 || leads < 1 || leads > 1_000_000) {
            throw new ParameterException(
                    command.commandLine(), "--rate must be above 0 and at most 1000, --leads between 1 and 1000000");
        }
        PrintWriter out = command.commandLine().getOut();
        Progress progress = (part, news) -> {
            synchronized (out) {
                out.printf(Locale.ROOT, "  %-12s %s%n", part, news);
                out.flush();
            }
        };
        long chosen = seed == null ? Instant.now().getEpochSecond() % 100_000 : seed;
        out.printf(Locale.ROOT, "Seed %d; --seed %d makes the same people again.%n", chosen, chosen);
        out.flush();
        Installation installation = common.installation();
        Demo demo = new Demo(installation, chosen, progress);
        if (history || !live) {
            demo.history(LocalDate.now(ZoneOffset.UTC), leads);
        }
        if (live || !history) {
            out.println("Done: " + demo.live(rate, length));
        }
        out.println(whatToOpen(installation));
        out.flush();
    }

    private static String whatToOpen(Installation installation) {
        return """

                Open as marketing   %s
                or as operations    %s
                Then look at        /campaigns, /leads, one of the leads, /reconciliation (operations only)""".formatted(signIn(installation, Role.MARKETING), signIn(installation, Role.OPS));
    }

    private static String signIn(Installation installation, Role role) {
        return installation.address(Service.REPORTING_SERVICE) + "/sign-in?token=" + installation.token(role, Map.of());
    }
}
