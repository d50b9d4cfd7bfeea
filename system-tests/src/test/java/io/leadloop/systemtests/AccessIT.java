package io.leadloop.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.leadloop.deploy.Service;
import io.leadloop.deploy.token.Role;
import io.leadloop.systemtests.world.Api;
import io.leadloop.systemtests.world.Eventually;
import io.leadloop.systemtests.world.SampleWorld;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each caller sees and does what its role allows, nothing else. */
class AccessIT {
    /** What a browser must reach before it has signed in. */
    private static final Set<String> OPEN = Set.of("/sign-in", "/sign-out", "/style.css", "/leadloop.css");

    private final SampleWorld world = SampleWorld.running();

    @ParameterizedTest
    @EnumSource(Service.class)
    void without_a_token_every_described_endpoint_is_refused(Service service) {
        // Given everything that the service says it has
        JsonNode paths =
                world.nobody(service).get("/q/openapi?format=json").json().get("paths");
        List<String> gets = new ArrayList<>();
        paths.fieldNames().forEachRemaining(path -> {
            if (paths.get(path).has("get") && !OPEN.contains(path)) {
                gets.add(path.replaceAll("\\{version}", "1")
                        .replaceAll("\\{[^}]+}", "00000000-0000-7000-8000-000000000000"));
            }
        });
        assertThat(gets).isNotEmpty();

        // When nobody asks; then nobody is told
        for (String path : gets) {
            for (String variant :
                    List.of(path, path + ";x", path + "/", "/" + path, path.replaceFirst("/v1", "/v1/.%2F"))) {
                int status = world.nobody(service).get(variant).status();
                assertThat(status).as(service.id() + " " + variant).isIn(401, 404, 400);
            }
            assertThat(world.nobody(service).get(path).status()).as(path).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "intake,    LEAD_INTAKE,       /v1/leads?email=a@b.co,  403",
        "marketing, LEAD_INTAKE,       /v1/leads?email=a@b.co,  403",
        "crm,       LEAD_INTAKE,       /v1/leads?email=a@b.co,  200",
        "intake,    REPORTING_SERVICE, /v1/reports/sources,     403",
        "marketing, REPORTING_SERVICE, /v1/reports/sources,     200",
        "intake,    HANDOFF_SERVICE,   /v1/handoffs,            403",
        "ops,       SLA_TRACKER,       /v1/alerts,              200",
        "intake,    SLA_TRACKER,       /v1/alerts,              403",
        "crm,       SCORING_SERVICE,   /v1/scores/00000000-0000-7000-8000-000000000000, 403",
        "ops,       LEAD_INTAKE,       /v1/reconciliation,      200",
        "marketing, LEAD_INTAKE,       /v1/reconciliation,      403",
        "ops,       SCORING_SERVICE,   /v1/reconciliation,      200",
        "marketing, SCORING_SERVICE,   /v1/reconciliation,      403",
        "ops,       HANDOFF_SERVICE,   /v1/reconciliation,      200",
        "marketing, HANDOFF_SERVICE,   /v1/reconciliation,      403",
        "ops,       SLA_TRACKER,       /v1/reconciliation,      200",
        "marketing, SLA_TRACKER,       /v1/reconciliation,      403",
        "ops,       REPORTING_SERVICE, /v1/reconciliation,      200",
        "marketing, REPORTING_SERVICE, /v1/reconciliation,      403",
        "sales,     REPORTING_SERVICE, /reconciliation,         403",
        "ops,       REPORTING_SERVICE, /reconciliation,         200",
    })
    void a_role_opens_what_it_is_for(String role, Service service, String path, int status) {
        assertThat(world.as(role, service).get(path).status()).isEqualTo(status);
    }

    private String intake() {
        return world.installation().address(Service.LEAD_INTAKE).toString();
    }

    @Test
    void a_token_is_refused_when_it_expires_although_it_was_good_a_moment_ago() {
        // Given a token for some seconds, that was used
        String token = world.installation().token(Role.CRM, Map.of(), Duration.ofSeconds(4));
        Api crm = new Api(intake(), token);
        assertThat(crm.get("/v1/leads?email=a@b.co").status()).isEqualTo(200);
        assertThat(crm.get("/v1/leads?email=a@b.co").status()).isEqualTo(200);

        // When its time is over, then
        Eventually.within(
                Duration.ofSeconds(10),
                () -> assertThat(crm.get("/v1/leads?email=a@b.co").status()).isEqualTo(401));
    }

    @Test
    void a_token_is_refused_when_its_content_was_changed_although_the_signature_was_good_a_moment_ago() {
        // Given
        String token = world.installation().token(Role.MARKETING, Map.of());
        assertThat(new Api(intake(), token).get("/v1/leads?email=a@b.co").status())
                .isEqualTo(403);

        // When the bearer makes another role of it, then
        String[] parts = token.split("\\.");
        String body = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String forged = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(body.replace("marketing", "admin").getBytes(StandardCharsets.UTF_8));
        Api forger = new Api(intake(), parts[0] + "." + forged + "." + parts[2]);
        assertThat(forger.get("/v1/leads?email=a@b.co").status()).isEqualTo(401);
    }

    @Test
    void a_rep_sees_and_answers_only_their_own_handoffs_and_marketing_sees_no_person() {
        // Given an offer to one rep
        String leadId = world.website()
                .post("/v1/leads", SampleWorld.dana())
                .json()
                .get("leadId")
                .asText();
        JsonNode offer = Eventually.get(Duration.ofSeconds(15), () -> {
            JsonNode newest = world.newestHandoff(leadId);
            assertThat(newest.path("state").asText()).isEqualTo("offered");
            return newest;
        });
        String path = "/v1/handoffs/" + offer.get("handoffId").asText();
        Api other = world.rep(offer.get("repId").asText().equals("ana") ? "ben" : "ana");

        // When another rep looks and answers
        // Then both are refused, and their list does not have it
        assertThat(other.get(path).status()).isIn(403, 404);
        assertThat(other.post(path + "/accept", "{}").status()).isIn(403, 404);
        JsonNode list = other.get("/v1/handoffs?leadId=" + leadId).json().get("items");
        assertThat(StreamSupport.stream(list.spliterator(), false)).isEmpty();
        // And marketing sees the lead without the person
        String masked = world.marketing(Service.HANDOFF_SERVICE).get(path).body();
        assertThat(masked).contains("Acme Industries").doesNotContain("Reyes").doesNotContain("+12125550142");
        String maskedLead =
                world.marketing(Service.LEAD_INTAKE).get("/v1/leads/" + leadId).body();
        assertThat(maskedLead)
                .contains("Acme Industries")
                .doesNotContain("Reyes")
                .doesNotContain("A demo for 40");
    }

    @Test
    void the_dashboard_shows_the_funnel_after_signing_in() {
        // Given a lead
        String leadId = world.website()
                .post("/v1/leads", SampleWorld.dana())
                .json()
                .get("leadId")
                .asText();

        // When marketing opens the pages
        Api marketing = world.marketing(Service.REPORTING_SERVICE);
        Eventually.within(
                Duration.ofSeconds(15),
                () -> assertThat(marketing.get("/").body()).contains(leadId));
        Eventually.within(
                Duration.ofSeconds(15),
                () -> assertThat(marketing.get("/leads/" + leadId).body()).contains("A1"));
        String page = marketing.get("/").body();
        String lead = marketing.get("/leads/" + leadId).body();

        // Then the overview has funnel, sources and campaigns, and the lead's page its score
        assertThat(page).contains("google", "spring-launch");
        assertThat(lead).contains("A1", "demo request", "Acme Industries").doesNotContain("Reyes");
        // And a stranger is told how to sign in
        assertThat(world.nobody(Service.REPORTING_SERVICE).get("/").status()).isEqualTo(401);
    }
}
