package io.leadloop.deploy.cli;

import io.leadloop.deploy.Training;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Worth its time for a tree that is started several times. */
@Command(
        name = "train",
        description =
                "Runs what is built once, for itself, so that from then on it starts faster. Of use until the next build.",
        mixinStandardHelpOptions = true)
final class Train implements Runnable {
    @Spec
    private CommandSpec command;

    @Override
    public void run() {
        PrintWriter out = command.commandLine().getOut();
        Path directory = Path.of(System.getProperty("leadloop.home", "")).resolve("deploy/target/training");
        Training.run(directory, Welcome.sampleLead(Instant.now()), (part, news) -> {
            synchronized (out) {
                out.printf(Locale.ROOT, "  %-24s %s%n", part, news);
                out.flush();
            }
        });
    }
}
