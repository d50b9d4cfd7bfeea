package io.leadloop.deploy.cli;

import io.leadloop.deploy.Installation;
import io.leadloop.deploy.LauncherException;
import io.leadloop.deploy.Progress;
import java.io.Console;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Back to nothing. */
@Command(
        name = "reset",
        description = "Stops everything and deletes all data, logs and secrets. Asks first.",
        mixinStandardHelpOptions = true)
final class Reset implements Runnable {
    @Mixin
    private Common common;

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Spec
    private CommandSpec command;

    @Override
    public void run() {
        PrintWriter out = command.commandLine().getOut();
        Installation installation = common.installation();
        if (!yes && !confirmed(installation)) {
            throw new LauncherException("Nothing was deleted.");
        }
        installation.reset(Progress.SILENT);
        out.println("All data in " + installation.layout().root() + " is deleted.");
        out.flush();
    }

    @SuppressWarnings("SystemConsoleNull") // On Java 21 it is null without a terminal.
    private static boolean confirmed(Installation installation) {
        Console console = System.console();
        String answer = console == null
                ? null
                : console.readLine(
                        "Delete every lead and all other data in %s? Type 'yes': ",
                        installation.layout().root());
        if (answer == null) {
            throw new LauncherException("Nobody to ask here. To delete all data without a question: reset --yes");
        }
        return answer.equals("yes");
    }
}
