package io.leadloop.deploy.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir
    private Path directory;

    @Test
    void a_password_is_made_once_and_differs_from_others() {
        // Given
        Secrets secrets = new Secrets(directory.resolve("secrets"));

        // When
        String first = secrets.password("lead_intake");

        // Then
        assertThat(secrets.password("lead_intake")).isEqualTo(first).hasSize(32);
        assertThat(secrets.password("sla_tracker")).isNotEqualTo(first);
    }

    @Test
    void only_their_owner_can_read_them() throws Exception {
        // Given
        Secrets secrets = new Secrets(directory.resolve("secrets"));

        // When
        String made = secrets.password("lead_intake");

        // Then
        assertThat(made).isNotEmpty();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets.file("lead_intake"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets.directory())))
                .isEqualTo("rwx------");
    }
}
