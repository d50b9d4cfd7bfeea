package io.leadloop.deploy.cli;

import io.leadloop.deploy.LauncherException;
import io.leadloop.deploy.settings.Setting;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.TextTable;
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
                + "Settings, by --set intake.port=8081, by environment variable (LEADLOOP_INTAKE_PORT),%n"
                + "or in .leadloop/leadloop.properties:%n")
public final class Leadloop {
    static final String SETTINGS = "settings";
    private static final int NAME_COLUMNS = 33;

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
        TextTable table = TextTable.forColumns(
                help.colorScheme(),
                new Column(NAME_COLUMNS, 2, Column.Overflow.TRUNCATE),
                new Column(80 - NAME_COLUMNS, 2, Column.Overflow.WRAP));
        for (Setting setting : Setting.values()) {
            table.addRowValues(
                    setting.key(),
                    setting.defaultValue().isEmpty()
                            ? setting.meaning()
                            : "%s (%s)".formatted(setting.meaning(), setting.defaultValue()));
        }
        return table.toString();
    }
}
