package io.leadloop.systemtests.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leadloop.agreement.AgreementHash;
import io.leadloop.agreement.DefaultAgreement;
import io.leadloop.deploy.Installation;
import io.leadloop.deploy.Progress;
import io.leadloop.deploy.Service;
import io.leadloop.deploy.settings.Setting;
import io.leadloop.deploy.settings.Settings;
import io.leadloop.deploy.token.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * The world of the stories: Acme's Dana asks for a demo, the reps Ana, Ben and Chloe of team sales answer, Morgan leads them.
 * All of it is the real system, started once for all stories on ports of its own and stopped when the tests end. Offers must
 * be answered within twenty seconds, so that a story about silence is short.
 */
public final class SampleWorld {
    private static final SampleWorld THE_WORLD = new SampleWorld("installation", Settings.withFreePorts());

    private final Installation installation;

    private SampleWorld(String directory, Settings settings) {
        installation = Installation.at(
                Path.of("target").resolve(directory).toAbsolutePath(),
                settings.with(Setting.AGREEMENT_FILE, shortAcceptance().toString()));
    }

    /** A system of its own for a story that would disturb the others; who starts it stops it. */
    public static SampleWorld apart(String directory, Settings settings) {
        SampleWorld world = new SampleWorld(directory, settings);
        world.start();
        return world;
    }

    /** The running system; the first who asks waits for its start. */
    public static synchronized SampleWorld running() {
        if (THE_WORLD.installation.part("reporting-service").running().isEmpty()) {
            THE_WORLD.start();
        }
        return THE_WORLD;
    }

    /** The shipped agreement, but offers must be answered within twenty seconds and reps have no limit. */
    private static Path shortAcceptance() {
        String text = DefaultAgreement.text()
                .replace("within: PT15M", "within: PT20S")
                .replace("capacityPerRep: 50", "capacityPerRep: 100000");
        try {
            Path file = Path.of("target/short-acceptance.yaml").toAbsolutePath();
            return Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private void start() {
        installation.reset(Progress.SILENT);
        Runtime.getRuntime().addShutdownHook(new Thread(installation::down));
        installation.up((part, message) -> System.out.println(part + ": " + message));
    }

    public Installation installation() {
        return installation;
    }

    /** Dana's lead under an e-mail address that no other story uses, with her demo request. */
    public static ObjectNode dana() {
        try {
            ObjectNode dana = (ObjectNode) Json.read(Files.readString(Path.of("src/test/resources/dana.json")));
            dana.put("email", "dana." + UUID.randomUUID() + "@acme-industries.example");
            return dana;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The website's server, which posts what a form was filled with. */
    public Api website() {
        return new Api(address(Service.LEAD_INTAKE), installation.token(Role.INTAKE, Map.of()));
    }

    public Api marketing(Service service) {
        return new Api(address(service), installation.token(Role.MARKETING, Map.of()));
    }

    public Api ops(Service service) {
        return new Api(address(service), installation.token(Role.OPS, Map.of()));
    }

    public Api admin(Service service) {
        return new Api(address(service), installation.token(Role.ADMIN, Map.of()));
    }

    public Api manager(Service service, String teamId) {
        return new Api(address(service), installation.token(Role.MANAGER, Map.of("teamId", teamId)));
    }

    public Api as(String role, Service service) {
        return new Api(address(service), installation.token(Role.named(role), Map.of()));
    }

    /** A rep at work on hand-offs. */
    public Api rep(String repId) {
        return new Api(address(Service.HANDOFF_SERVICE), installation.token(Role.SALES, Map.of("repId", repId)));
    }

    public Api nobody(Service service) {
        return new Api(address(service), null);
    }

    public Topics topics() {
        return new Topics(installation.kafkaBootstrap());
    }

    /** The lead's newest hand-off. */
    public JsonNode newestHandoff(String leadId) {
        JsonNode items = admin(Service.HANDOFF_SERVICE)
                .get("/v1/handoffs?leadId=" + leadId)
                .json()
                .get("items");
        return items == null || items.isEmpty() ? Json.empty() : items.get(0);
    }

    /** So that no offer expires and wanders on while others look. */
    public void acceptAllOpenOffers() {
        Api everyone = admin(Service.HANDOFF_SERVICE);
        JsonNode open =
                everyone.get("/v1/handoffs?state=offered&limit=200").json().get("items");
        while (!open.isEmpty()) {
            open.forEach(offer ->
                    everyone.post("/v1/handoffs/" + offer.get("handoffId").asText() + "/accept", "{}"));
            open = everyone.get("/v1/handoffs?state=offered&limit=200").json().get("items");
        }
    }

    /** Both sides sign another text, and it is in force. */
    public void sign(UnaryOperator<String> change) {
        Api marketing = marketing(Service.SLA_TRACKER);
        String text =
                marketing.get("/v1/agreements/current").json().get("document").asText();
        String draft = change.apply(text);
        if (draft.equals(text)) {
            throw new IllegalArgumentException("nothing is changed");
        }
        Api.Answer written = marketing.put("/v1/agreements/draft", draft);
        ObjectNode signature = Json.empty().put("sha256", AgreementHash.sha256(draft));
        String signatures = "/v1/agreements/" + written.json().path("version").asInt() + "/signatures";
        marketing.post(signatures, signature);
        Api.Answer signed = manager(Service.SLA_TRACKER, "sales").post(signatures, signature);
        if (signed.status() != 200) {
            throw new IllegalStateException(written.body() + signed.body());
        }
    }

    private String address(Service service) {
        return installation.address(service).toString();
    }
}
