package io.leadloop.deploy.process;

import io.leadloop.deploy.LauncherException;
import io.leadloop.deploy.settings.Layout;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Command lines for Java programs, on the same Java as the launcher. */
public final class Jvm {
    private final Layout layout;
    private final ClassArchives archives;

    public Jvm(Layout layout, ClassArchives archives) {
        this.layout = layout;
        this.archives = archives;
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

    /** A program from the libraries that were built with the launcher, with its class archive. */
    public List<String> infrastructure(String program, List<String> options, String mainClass, String... arguments) {
        return infrastructure(archives.options(program), options, mainClass, arguments);
    }

    /** One that runs for a moment on behalf of another and uses its archive. */
    public List<String> tool(String of, List<String> options, String mainClass, String... arguments) {
        return infrastructure(archives.existing(of), options, mainClass, arguments);
    }

    private List<String> infrastructure(
            List<String> archive, List<String> options, String mainClass, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(java());
        command.addAll(quiet());
        command.addAll(archive);
        command.addAll(options);
        command.add("-Dlog4j2.configurationFile=" + logging());
        command.addAll(List.of("-cp", classPath(), mainClass));
        command.addAll(List.of(arguments));
        return command;
    }

    /** A service from its copy, with its class archive. */
    public List<String> service(String program, List<String> options, Path jar) {
        List<String> command = new ArrayList<>();
        command.add(java());
        command.addAll(quiet());
        command.addAll(archives.options(program));
        command.addAll(options);
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    /** The launcher itself as a program that goes on, from a copy of its classes. */
    public List<String> launcher(String mainClass, String... arguments) {
        Path copy = layout.run().resolve("launcher");
        Folders.mirror(layout.home().resolve("deploy/target/classes"), copy);
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(quiet());
        command.addAll(List.of("-Xmx48m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.add("-Dleadloop.home=" + layout.home());
        command.addAll(List.of("-cp", copy + File.pathSeparator + classPath(), mainClass));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Broker, worker and supervisor share the copy, so it is refreshed only when none of them runs. */
    public void copyLibraries() {
        Path built = layout.home().resolve("deploy/target/lib");
        if (!Files.isDirectory(built)) {
            throw new LauncherException(
                    "The launcher is not built: " + built + " is missing. Run ./mvnw -DskipTests package.");
        }
        Folders.mirror(built, libraries());
    }

    /** Sorted: an archive fits one order of the jars, and the order of a folder differs from file system to file system. */
    private String classPath() {
        try (Stream<Path> jars = Files.list(libraries())) {
            return jars.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
