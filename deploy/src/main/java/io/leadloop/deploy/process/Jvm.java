package io.leadloop.deploy.process;

import io.leadloop.deploy.LauncherException;
import io.leadloop.deploy.settings.Layout;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines for Java programs, on the same Java as the launcher. */
public final class Jvm {
    private final Layout layout;

    public Jvm(Layout layout) {
        this.layout = layout;
    }

    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Newer JVMs warn of what Netty and Kafka's compression libraries do on purpose; older ones do not know the option. */
    public static List<String> quiet() {
        List<String> options = new ArrayList<>(List.of("--enable-native-access=ALL-UNNAMED"));
        if (Runtime.version().feature() >= 23) {
            options.add("--sun-misc-unsafe-memory-access=allow");
        }
        return options;
    }

    /** A program from the libraries that were built with the launcher, which are copied first unless something runs. */
    public List<String> infrastructure(List<String> options, String mainClass, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(java());
        command.addAll(quiet());
        command.addAll(options);
        command.add("-Dlog4j2.configurationFile=" + logging());
        command.addAll(List.of("-cp", libraries() + "/*", mainClass));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Broker and worker share the copy, so it is refreshed only when neither runs. */
    public void copyLibraries() {
        Path built = layout.home().resolve("deploy/target/lib");
        if (!Files.isDirectory(built)) {
            throw new LauncherException(
                    "The launcher is not built: " + built + " is missing. Run ./mvnw -DskipTests package.");
        }
        Folders.mirror(built, libraries());
    }

    private Path libraries() {
        return layout.run().resolve("infrastructure");
    }

    private Path logging() {
        Path file = layout.run().resolve("daemon-log4j2.properties");
        try (InputStream resource = Jvm.class.getResourceAsStream("/daemon-log4j2.properties")) {
            Files.createDirectories(layout.run());
            return Files.write(file, resource.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
