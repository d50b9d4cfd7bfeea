package io.leadloop.deploy.cli;

import io.leadloop.deploy.token.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Prints a token alone, so that it can be used in a command line; until when it holds goes to standard error. */
@Command(
        name = "token",
        description =
                "Prints a bearer token, for example: curl -H \"Authorization: Bearer $(./leadloop token sales --rep r1)\"",
        mixinStandardHelpOptions = true)
final class Token implements Runnable {
    @Mixin
    private Common common;

    @Parameters(paramLabel = "ROLE", description = "intake, sales, manager, marketing, ops, crm or admin")
    private String role;

    @Option(names = "--rep", paramLabel = "ID", description = "The rep who the bearer is (claim repId).")
    private String rep;

    @Option(names = "--team", paramLabel = "ID", description = "The team of the bearer (claim teamId).")
    private String team;

    @Option(names = "--subject", paramLabel = "NAME", description = "Who it is, for the record. Default: the role.")
    private String subject;

    @Option(
            names = "--ttl",
            paramLabel = "DURATION",
            defaultValue = "12h",
            converter = Length.class,
            description = "How long it holds, like 30m, 12h or PT12H. Default: 12h")
    private Duration validFor;

    @Spec
    private CommandSpec command;

    @Override
    public void run() {
        Map<String, String> claims = new LinkedHashMap<>();
        put(claims, "sub", subject);
        put(claims, "repId", rep);
        put(claims, "teamId", team);
        String token = common.installation().token(Role.named(role), claims, validFor);
        var commandLine = command.commandLine();
        commandLine
                .getErr()
                .println("Holds until " + Instant.now().plus(validFor).truncatedTo(ChronoUnit.SECONDS));
        commandLine.getErr().flush();
        commandLine.getOut().println(token);
        commandLine.getOut().flush();
    }

    private static void put(Map<String, String> claims, String name, String value) {
        if (value != null) {
            claims.put(name, value);
        }
    }

    /** Reads {@code 12h} as well as {@code PT12H}. */
    static final class Length implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            String iso = text.toUpperCase(Locale.ROOT);
            try {
                Duration duration = Duration.parse(iso.startsWith("P") ? iso : "PT" + iso);
                if (duration.isPositive()) {
                    return duration;
                }
            } catch (java.time.format.DateTimeParseException e) {
                // Said below, for both.
            }
            throw new TypeConversionException("'" + text + "' is no duration. Write it like 30m, 12h or PT12H.");
        }
    }
}
