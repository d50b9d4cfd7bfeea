package io.leadloop.deploy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.leadloop.deploy.settings.Setting;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class LeadloopTest {
    @TempDir
    private Path directory;

    @Test
    void help_names_every_setting() {
        // When
        String help = Leadloop.commandLine().getUsageMessage();

        // Then
        for (Setting setting : Setting.values()) {
            assertThat(help).contains(setting.key());
        }
        assertThat(help).contains(Setting.INTAKE_PORT.environmentVariable());
    }

    @Test
    void a_token_is_the_only_thing_on_standard_output() {
        // Given
        StringWriter out = new StringWriter();
        CommandLine commands = Leadloop.commandLine();
        commands.setOut(new PrintWriter(out));

        // When
        int exit = commands.execute("token", "sales", "--rep", "r1", "--ttl", "30m", "--dir", directory.toString());

        // Then
        assertThat(exit).isZero();
        assertThat(out.toString().strip()).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+");
    }

    @Test
    void a_mistake_is_told_in_a_sentence_and_not_in_a_stack_trace() {
        // Given
        StringWriter err = new StringWriter();
        CommandLine commands = Leadloop.commandLine();
        commands.setErr(new PrintWriter(err));

        // When
        int exit = commands.execute("token", "boss", "--dir", directory.toString());

        // Then
        assertThat(exit).isNotZero();
        assertThat(err.toString()).contains("There is no role 'boss'").doesNotContain("Exception");
    }

    @Test
    void the_sample_lead_is_json() throws Exception {
        // When
        var lead = new JsonMapper().readTree(Welcome.sampleLead(Instant.parse("2026-03-02T10:00:30Z")));

        // Then
        assertThat(lead.at("/activities/0/occurredAt").asText()).isEqualTo("2026-03-02T09:00:30Z");
        assertThat(lead.get("jobTitle").asText()).isEqualTo("VP Operations");
    }
}
