package io.leadloop.deploy.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadloop.deploy.LauncherException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    @TempDir
    private Path directory;

    @Test
    void options_win_over_the_environment_and_the_environment_over_the_file() throws Exception {
        // Given
        Path file = directory.resolve("leadloop.properties");
        Files.writeString(file, "intake.port=1001\nscoring.port=1002\nhandoff.port=1003\n");

        // When
        Settings settings = Settings.defaults()
                .withFile(file)
                .withEnvironment(Map.of("LEADLOOP_SCORING_PORT", "2002", "LEADLOOP_HANDOFF_PORT", "2003"))
                .withOptions(Map.of("handoff.port", "3003"));

        // Then
        assertThat(settings.port(Setting.INTAKE_PORT)).isEqualTo(1001);
        assertThat(settings.port(Setting.SCORING_PORT)).isEqualTo(2002);
        assertThat(settings.port(Setting.HANDOFF_PORT)).isEqualTo(3003);
        assertThat(settings.port(Setting.SLA_PORT)).isEqualTo(8084);
    }

    @Test
    void an_unknown_name_is_refused_with_the_names_there_are() {
        assertThatThrownBy(() -> Settings.defaults().withOptions(Map.of("intake.prt", "1")))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("intake.prt")
                .hasMessageContaining("intake.port");
    }

    @Test
    void a_value_that_is_no_port_is_refused_with_its_source() {
        assertThatThrownBy(() -> Settings.defaults().withEnvironment(Map.of("LEADLOOP_KAFKA_PORT", "70000")))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("LEADLOOP_KAFKA_PORT")
                .hasMessageContaining("70000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "20", "1.5", "far"})
    void a_niceness_that_no_system_knows_is_refused(String value) {
        assertThatThrownBy(() -> Settings.defaults().withOptions(Map.of("step-back", value)))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("step-back")
                .hasMessageContaining("0 to 19");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000", "-1", "much", "2 GB"})
    void a_log_budget_that_cannot_be_kept_is_refused(String value) {
        assertThatThrownBy(() -> Settings.defaults().withOptions(Map.of("postgres.wal-budget", value)))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("postgres.wal-budget");
    }

    @Test
    void a_value_that_is_no_address_is_refused_with_an_example() {
        assertThatThrownBy(() -> Settings.defaults().withOptions(Map.of("kafka.address", "proxy")))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("kafka.address")
                .hasMessageContaining("127.0.0.1:");
    }

    @Test
    void what_was_saved_is_read_again() {
        // Given
        Path file = directory.resolve("run/in-force.properties");
        Settings settings = Settings.withFreePorts();

        // When
        settings.save(file);

        // Then
        assertThat(Settings.defaults().withFile(file)).isEqualTo(settings);
    }

    @Test
    void free_ports_differ_from_each_other() {
        // When
        Settings settings = Settings.withFreePorts();

        // Then
        assertThat(Arrays.stream(Setting.values()).filter(Setting::isPort).map(settings::port))
                .doesNotHaveDuplicates()
                .hasSize(9);
    }
}
