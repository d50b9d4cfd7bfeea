package io.leadloop.deploy.cli;

import io.leadloop.deploy.LauncherException;
import io.leadloop.deploy.settings.Setting;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The program behind {@code ./leadloop}. */
@Command(
        name = "leadloop",
        description = "Runs Leadloop on this machine: PostgreSQL, Kafka, Kafka Connect and the five services.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            Up.class,
            Down.class,
            Status.class,
            LogCommand.class,
            Token.class,
            Env.class,
            Train.class,
            Supervise.class,
            Bench.class,
            DemoCommand.class,
            Reset.class
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nAlso: `leadloop test` builds and tests everything (more arguments go to Maven).%n%n"
                + "Settings, by --set KEY=VALUE, by environment variable, or in .leadloop/leadloop.properties:%n")
public final class Leadloop {
    static final String SETTINGS = "settings";

    private Leadloop() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new Leadloop());
        commandLine.setExecutionExceptionHandler((problem, command, parsed) -> {
            if (problem instanceof LauncherException) {
                command.getErr().println(problem.getMessage());
            } else {
                problem.printStackTrace(command.getErr());
            }
            return command.getCommandSpec().exitCodeOnExecutionException();
        });
        commandLine.getHelpSectionMap().put(SETTINGS, Leadloop::settings);
        var sections = new java.util.ArrayList<>(commandLine.getHelpSectionKeys());
        sections.add(sections.indexOf(UsageMessageSpec.SECTION_KEY_FOOTER_HEADING) + 1, SETTINGS);
        commandLine.setHelpSectionKeys(sections);
        return commandLine;
    }

    private static String settings(Help help) {
        Map<String, String> lines = new LinkedHashMap<>();
        for (Setting setting : Setting.values()) {
            lines.put(
                    "%s, %s".formatted(setting.key(), setting.environmentVariable()),
                    "%s (%s)".formatted(setting.meaning(), setting.defaultValue()));
        }
        return help.createTextTable(lines).toString();
    }
}
