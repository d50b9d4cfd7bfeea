package io.leadloop.deploy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the real script in a folder of its own, with JDKs that only know their version. */
class LaunchScriptTest {
    @TempDir
    private Path home;

    @BeforeEach
    void copy_the_script_beside_a_built_launcher() throws Exception {
        Path script = Path.of("../leadloop");
        assertThat(script).as("the script at the top of the project").exists();
        Files.copy(script, home.resolve("leadloop"));
        Files.createDirectories(home.resolve("deploy/target/lib"));
        Path classes = Files.createDirectories(home.resolve("deploy/target/classes/io/leadloop/deploy/cli"));
        Files.writeString(classes.resolve("Leadloop.class"), "");
    }

    @Test
    void without_a_jdk_it_says_what_to_install() throws Exception {
        // When
        Result result = run("", "status");

        // Then
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.output()).contains("version 21 or later").contains("adoptium.net");
    }

    @Test
    void a_jdk_that_is_too_old_does_not_count() throws Exception {
        // Given
        Path old = jdk("17.0.9");

        // When
        Result result = run(old.toString(), "status");

        // Then
        assertThat(result.exitCode()).isEqualTo(2);
    }

    @Test
    void java_home_is_used_when_it_is_new_enough() throws Exception {
        // Given
        Path current = jdk("21.0.1");

        // When
        Result result = run(current.toString(), "status", "--dir", "x");

        // Then
        assertThat(result.exitCode()).isZero();
        assertThat(result.output()).startsWith("java 21.0.1").contains("status --dir x");
    }

    @Test
    void the_newest_of_the_usual_folders_is_used_when_java_home_is_too_old() throws Exception {
        // Given
        Path old = jdk("17.0.9");
        jdk("21.0.1");
        jdk("25");

        // When
        Result result = run(old.toString(), "status");

        // Then
        assertThat(result.output()).startsWith("java 25");
    }

    private Path jdk(String version) throws IOException {
        Path bin = Files.createDirectories(home.resolve("jdks/jdk-" + version + "/bin"));
        executable(bin.resolve("javac"), "#!/bin/sh\necho javac " + version + "\n");
        executable(bin.resolve("java"), "#!/bin/sh\necho java " + version + " \"$@\"\n");
        return bin.getParent();
    }

    private static void executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** With the tools a shell has but no compiler on the path. */
    private Result run(String javaHome, String... arguments) throws Exception {
        Path tools = Files.createDirectories(home.resolve("tools"));
        for (String tool : List.of("sh", "dirname", "sed", "grep", "readlink", "find", "head")) {
            Path real = List.of(Path.of("/bin", tool), Path.of("/usr/bin", tool)).stream()
                    .filter(Files::exists)
                    .findFirst()
                    .orElseThrow();
            executable(tools.resolve(tool), "#!/bin/sh\nexec " + real + " \"$@\"\n");
        }
        ProcessBuilder builder =
                new ProcessBuilder("/bin/sh", home.resolve("leadloop").toString());
        builder.command().addAll(List.of(arguments));
        builder.environment().put("PATH", tools.toString());
        builder.environment().put("JAVA_HOME", javaHome);
        builder.environment().put("LEADLOOP_JDK_FOLDERS", home.resolve("jdks") + "/*");
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output);
    }

    private record Result(int exitCode, String output) {}
}
