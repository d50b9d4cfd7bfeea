package io.leadloop.deploy.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How to start a program in a session of its own with what the system has. The process id stays that of the program. */
final class Detached {
    /**
     * Linux may share processors out between sessions first (autogroup); then a process' own niceness says nothing to other
     * sessions, and the session's must be set. It takes one such wish in a tenth of a second.
     */
    private static final String STEP_BACK = """
            for again in 1 2 3 4 5 6 7 8 9 10; do
              [ -w /proc/self/autogroup ] || break
              { echo "$0" > /proc/self/autogroup; } 2>/dev/null && break
              sleep 0.15
            done
            exec nice -n "$0" "$@"
            """;

    private Detached() {}

    /** @param niceness how far it steps back where processors are scarce, 0 (not at all) to 19 */
    static List<String> prefix(int niceness) {
        List<String> prefix = new ArrayList<>(ofItsOwnSession());
        if (niceness > 0) {
            prefix.addAll(List.of("sh", "-c", STEP_BACK, Integer.toString(niceness)));
        }
        return prefix;
    }

    private static List<String> ofItsOwnSession() {
        if (onPath("setsid")) {
            return List.of("setsid");
        }
        if (onPath("perl")) {
            return List.of("perl", "-MPOSIX", "-e", "POSIX::setsid(); exec {$ARGV[0]} @ARGV");
        }
        return List.of("nohup");
    }

    private static boolean onPath(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
