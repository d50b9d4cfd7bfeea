package io.leadloop.deploy.cli;

import io.leadloop.deploy.Installation;
import io.leadloop.deploy.process.Logs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the log of one part. */
@Command(name = "logs", description = "Shows the end of a part's log.", mixinStandardHelpOptions = true)
final class LogCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    @Parameters(paramLabel = "NAME", description = "postgres, kafka, connect, supervisor or a service")
    private String name;

    @Option(names = "-f", description = "Go on as the log grows.")
    private boolean follow;

    @Option(names = "-n", paramLabel = "LINES", defaultValue = "200", description = "How many lines. Default: 200")
    private int lines;

    @Override
    public Integer call() throws InterruptedException {
        Installation installation = common.installation();
        Path log = installation
                .layout()
                .log(name.equals("supervisor") ? name : installation.part(name).name());
        System.out.println(Logs.tail(log, lines));
        if (follow && Files.exists(log)) {
            Logs.follow(log, System.out);
        }
        return 0;
    }
}
