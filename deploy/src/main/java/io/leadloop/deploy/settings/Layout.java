package io.leadloop.deploy.settings;

import io.leadloop.deploy.LauncherException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where an installation keeps its files, and where the built programs lie.
 *
 * @param root the directory of the installation, {@code .leadloop} unless told otherwise
 * @param home the directory with the modules
 */
public record Layout(Path root, Path home) {

    public Layout {
        root = root.toAbsolutePath().normalize();
        home = home.toAbsolutePath().normalize();
    }

    /** The home is told by the system property {@code leadloop.home} or found by walking up from the working directory. */
    public static Layout of(Path root) {
        String told = System.getProperty("leadloop.home");
        if (told != null) {
            return new Layout(root, Path.of(told));
        }
        Path at = Path.of("").toAbsolutePath();
        while (at != null && !Files.exists(at.resolve("leadloop"))) {
            at = at.getParent();
        }
        if (at == null) {
            throw new LauncherException("Start this below the folder that holds ./leadloop, or set -Dleadloop.home.");
        }
        return new Layout(root, at);
    }

    public Path settingsFile() {
        return root.resolve("leadloop.properties");
    }

    public Path settingsInForce() {
        return run().resolve("in-force.properties");
    }

    /** Process ids and the programs that run: copies, because a build under a running program breaks it. */
    public Path run() {
        return root.resolve("run");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    public Path log(String part) {
        return logs().resolve(part + ".log");
    }

    public Path secrets() {
        return root.resolve("secrets");
    }

    public Path postgres() {
        return root.resolve("postgres");
    }

    public Path kafka() {
        return root.resolve("kafka");
    }

    /** Everything `reset` removes; the user's own settings stay. */
    public List<Path> everythingButSettings() {
        return List.of(postgres(), kafka(), run(), logs(), secrets());
    }
}
