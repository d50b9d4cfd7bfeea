package io.leadloop.deploy.cli;

import io.leadloop.deploy.Service;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What `up` would give a service, for running it from an IDE beside the rest. */
@Command(
        name = "env",
        description = "Prints the environment of a service as NAME=VALUE, with its password.",
        mixinStandardHelpOptions = true)
final class Env implements Runnable {
    @Mixin
    private Common common;

    @Parameters(paramLabel = "SERVICE", description = "its name, like lead-intake or intake")
    private String service;

    @Spec
    private CommandSpec command;

    @Override
    public void run() {
        PrintWriter out = command.commandLine().getOut();
        common.installation()
                .environment(Service.named(service))
                .forEach((name, value) -> out.println(name + "=" + value));
        out.flush();
    }
}
