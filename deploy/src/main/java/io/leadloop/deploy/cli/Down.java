package io.leadloop.deploy.cli;

import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Stops everything. */
@Command(name = "down", description = "Stops everything; the data stays.", mixinStandardHelpOptions = true)
final class Down implements Runnable {
    @Mixin
    private Common common;

    @Spec
    private CommandSpec command;

    @Override
    public void run() {
        PrintWriter out = command.commandLine().getOut();
        common.installation().down((part, news) -> {
            synchronized (out) {
                out.printf(Locale.ROOT, "  %-24s %s%n", part, news);
                out.flush();
            }
        });
        out.println("Everything is stopped.");
        out.flush();
    }
}
