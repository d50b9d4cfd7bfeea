package io.leadloop.deploy.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.deploy.settings.Layout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts real JVMs. */
class ClassArchivesTest {
    @TempDir
    private Path home;

    private Layout layout;

    @BeforeEach
    void a_training_may_begin() {
        layout = new Layout(home.resolve("installation"), home);
        ClassArchives.inTraining(layout).clear();
    }

    @Test
    void what_a_program_wrote_at_its_end_is_used_from_then_on() throws Exception {
        // Given
        String trained = java(ClassArchives.inTraining(layout).options("speaker"), "Hello");

        // When
        boolean kept = ClassArchives.inTraining(layout).keep("speaker");
        List<String> options = ClassArchives.of(layout).options("speaker");

        // Then
        assertThat(trained).isEqualTo("Hello\n");
        assertThat(kept).isTrue();
        List<String> telling = new ArrayList<>(options);
        telling.add("-Xlog:class+load");
        assertThat(java(telling, "Hello")).contains("Speaker source: shared objects file (top)");
    }

    @Test
    void nothing_is_used_before_a_training() {
        // When
        List<String> options = ClassArchives.of(layout).options("speaker");

        // Then
        assertThat(options).isEmpty();
        assertThat(ClassArchives.inTraining(layout).keep("speaker")).isFalse();
    }

    @Test
    void an_archive_that_does_not_fit_is_passed_over_in_silence() throws Exception {
        // Given an archive of another build of the same program, and one that is damaged
        String trained = java(ClassArchives.inTraining(layout).options("speaker"), "Hello");
        assertThat(ClassArchives.inTraining(layout).keep("speaker")).isTrue();
        Files.delete(home.resolve("speaker.jar"));
        Files.writeString(layout.home().resolve("deploy/target/class-archives/damaged.jsa"), "no archive");

        // When
        String later = java(ClassArchives.of(layout).options("speaker"), "Good evening");
        String damaged = java(ClassArchives.of(layout).options("damaged"), "Good evening");

        // Then
        assertThat(trained).isEqualTo("Hello\n");
        assertThat(later).isEqualTo("Good evening\n");
        assertThat(damaged).isEqualTo("Good evening\n");
    }

    /** Runs a program of one class that says something; its jar is made when it is not there. */
    private String java(List<String> options, String words) throws Exception {
        Path jar = home.resolve("speaker.jar");
        if (!Files.exists(jar)) {
            Path source = home.resolve("Speaker.java");
            Files.writeString(source, """
                    class Speaker {
                        public static void main(String[] words) {
                            System.out.println("%s");
                        }
                    }
                    """.formatted(words));
            Path bin = Path.of(Jvm.java()).resolveSibling("javac");
            run(List.of(bin.toString(), "-d", home.resolve("classes").toString(), source.toString()));
            run(List.of(
                    bin.resolveSibling("jar").toString(),
                    "--create",
                    "--file=" + jar,
                    "-C",
                    home.resolve("classes").toString(),
                    "."));
        }
        List<String> command = new ArrayList<>(List.of(Jvm.java()));
        command.addAll(options);
        command.addAll(List.of("-cp", jar.toString(), "Speaker"));
        return run(command);
    }

    private static String run(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
