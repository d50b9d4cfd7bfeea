package io.leadloop.deploy;

import io.leadloop.deploy.process.ClassArchives;
import io.leadloop.deploy.process.Folders;
import io.leadloop.deploy.process.Http;
import io.leadloop.deploy.process.Wait;
import io.leadloop.deploy.settings.Layout;
import io.leadloop.deploy.settings.Settings;
import io.leadloop.deploy.token.Role;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Makes the class archives of everything that was built: the complete system runs once in a directory and on ports of its
 * own, carries one lead from form to offer, and each of its programs writes at its end which classes that took.
 */
public final class Training {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Training() {}

    /**
     * Returns when the archives can be used.
     *
     * @param lead the lead to carry, as a form posts it
     */
    public static void run(Path directory, String lead, Progress progress) {
        Layout layout = Layout.of(directory);
        ClassArchives archives = ClassArchives.inTraining(layout);
        Installation installation = Installation.inTraining(directory, Settings.withFreePorts());
        installation.reset(Progress.SILENT);
        archives.clear();
        try {
            installation.up(progress);
            carry(lead, installation);
        } finally {
            installation.down(progress);
        }
        for (Part part : installation.parts()) {
            if (part != installation.part("postgres")) {
                progress.say(part.name(), archives.keep(part.name()) ? "class archive made" : "no class archive");
            }
        }
        Folders.delete(layout.root());
    }

    private static void carry(String lead, Installation installation) {
        URI intake = installation.address(Service.LEAD_INTAKE);
        String intakeToken = installation.token(Role.INTAKE, Map.of());
        Wait.until(
                PATIENCE,
                "The lead was not taken.",
                () -> Http.post(intake.resolve("/v1/leads"), intakeToken, lead).statusCode() < 300);
        String token = installation.token(Role.ADMIN, Map.of());
        List<URI> looks = List.of(
                installation.address(Service.HANDOFF_SERVICE).resolve("/v1/handoffs?state=offered"),
                installation.address(Service.SLA_TRACKER).resolve("/v1/clocks?state=running"));
        for (URI look : looks) {
            Wait.until(
                    PATIENCE,
                    "The lead has not come to " + look,
                    () -> Http.get(look, token).body().contains("leadId"));
        }
    }
}
