package io.leadloop.deploy.process;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadloop.deploy.LauncherException;
import io.leadloop.deploy.settings.Setting;
import io.leadloop.deploy.settings.Settings;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void a_taken_port_is_named_with_the_setting_that_changes_it() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // Given
            Settings settings =
                    Settings.withFreePorts().with(Setting.INTAKE_PORT, Integer.toString(other.getLocalPort()));

            // When, Then
            assertThatThrownBy(() -> Ports.requireFree(List.of(Setting.INTAKE_PORT, Setting.SCORING_PORT), settings))
                    .isInstanceOf(LauncherException.class)
                    .hasMessageContaining("Port " + other.getLocalPort() + " (lead-intake) is taken")
                    .hasMessageContaining("intake.port")
                    .hasMessageContaining("LEADLOOP_INTAKE_PORT")
                    .hasMessageNotContaining("scoring");
        }
    }

    @Test
    void a_program_that_listens_on_all_addresses_takes_the_port_as_well() throws Exception {
        try (ServerSocket other = new ServerSocket(0)) {
            // Given
            Settings settings = Settings.defaults().with(Setting.INTAKE_PORT, Integer.toString(other.getLocalPort()));

            // When, Then
            assertThatThrownBy(() -> Ports.requireFree(List.of(Setting.INTAKE_PORT), settings))
                    .isInstanceOf(LauncherException.class);
        }
    }

    @Test
    void free_ports_pass() {
        assertThatCode(() ->
                        Ports.requireFree(List.of(Setting.INTAKE_PORT, Setting.KAFKA_PORT), Settings.withFreePorts()))
                .doesNotThrowAnyException();
    }
}
