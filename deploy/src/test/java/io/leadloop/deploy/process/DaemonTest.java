package io.leadloop.deploy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadloop.deploy.LauncherException;
import io.leadloop.deploy.settings.Layout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DaemonTest {
    @TempDir
    private Path directory;

    private Layout layout;
    private Daemon daemon;

    @BeforeEach
    void prepare() {
        layout = new Layout(directory, directory);
        daemon = new Daemon("sleeper", layout);
    }

    @AfterEach
    void end() {
        daemon.kill();
    }

    @Test
    void another_launcher_finds_it_running_and_stops_it() {
        // Given
        daemon.start(List.of("sleep", "60"), Map.of());
        ProcessHandle process = daemon.running().orElseThrow();

        // When
        Daemon later = new Daemon("sleeper", layout);
        boolean found = later.running().isPresent();
        later.stop();

        // Then
        assertThat(found).isTrue();
        assertThat(later.running()).isEmpty();
        assertThat(process.onExit()).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void a_process_that_was_given_the_same_id_later_is_not_taken_for_it() throws Exception {
        // Given
        daemon.start(List.of("sleep", "60"), Map.of());
        ProcessHandle process = daemon.running().orElseThrow();
        Path file = layout.run().resolve("sleeper.pid");

        // When
        Files.writeString(file, process.pid() + " 2020-01-01T00:00:00Z");

        // Then
        assertThat(daemon.running()).isEmpty();
        assertThat(process.destroyForcibly()).isTrue();
    }

    @Test
    void one_that_steps_back_does_so_among_all_sessions() throws Exception {
        // Given
        daemon = new Daemon("sleeper", layout, 7);
        Path told = directory.resolve("told");

        // When
        daemon.start(
                List.of("sh", "-c", "{ nice; cat /proc/self/autogroup; echo end; } > " + told + " 2>&1; sleep 60"),
                Map.of());

        // Then
        Wait.until(
                Duration.ofSeconds(10),
                "It told nothing",
                () -> Files.exists(told) && Files.readString(told).contains("end"));
        assertThat(Files.readAllLines(told).getFirst()).isEqualTo("7");
        if (Files.isWritable(Path.of("/proc/self/autogroup"))) {
            assertThat(Files.readString(told)).contains("nice 7");
        }
    }

    @Test
    void one_that_ended_is_reported_with_the_end_of_its_log() {
        // Given
        daemon.start(List.of("sh", "-c", "echo the disk is full"), Map.of());
        Wait.until(
                Duration.ofSeconds(10), "does not end", () -> daemon.running().isEmpty());

        // When, Then
        assertThatThrownBy(daemon::requireAlive)
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("sleeper has stopped")
                .hasMessageContaining("the disk is full");
    }

    @Test
    void it_runs_in_a_session_of_its_own_so_that_the_terminal_does_not_end_it() throws Exception {
        // Given
        daemon.start(List.of("sh", "-c", "ps -o pid=,pgid= -p $$"), Map.of());

        // When
        Wait.until(
                Duration.ofSeconds(10), "does not end", () -> daemon.running().isEmpty());

        // Then
        String[] words = Files.readString(layout.log("sleeper")).strip().split("\\s+");
        assertThat(words).hasSize(2);
        assertThat(words[0]).isEqualTo(words[1]);
    }

    @Test
    void one_that_has_ended_is_not_running_even_while_nobody_has_collected_it() throws Exception {
        // Given a parent that never collects its child
        Process parent = new ProcessBuilder("sh", "-c", "sleep 0 & echo $!; exec sleep 60").start();
        ProcessHandle child = ProcessHandle.of(
                        Long.parseLong(parent.inputReader().readLine().strip()))
                .orElseThrow();
        Files.createDirectories(layout.run());

        // When it is the daemon that is remembered
        daemon.remember(child);
        Thread.sleep(200);

        // Then
        assertThat(child.isAlive()).isTrue();
        assertThat(daemon.running()).isEmpty();
        assertThat(parent.destroyForcibly().waitFor()).isNotZero();
    }
}
