package io.leadloop.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.leadloop.deploy.Service;
import io.leadloop.deploy.settings.Setting;
import io.leadloop.deploy.settings.Settings;
import io.leadloop.deploy.token.Role;
import io.leadloop.systemtests.world.Api;
import io.leadloop.systemtests.world.Api.Answer;
import io.leadloop.systemtests.world.Browser;
import io.leadloop.systemtests.world.Databases;
import io.leadloop.systemtests.world.Eventually;
import io.leadloop.systemtests.world.Json;
import io.leadloop.systemtests.world.SampleWorld;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What Marketing promised and what Sales made of it, told from outside. On a system of its own, since it signs another agreement. */
@Tag("own-installation")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class QuotaIT {
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final GreenMail MAIL = new GreenMail(new ServerSetup(freePort(), "127.0.0.1", "smtp"));
    private static SampleWorld world;

    /** One that stays the same when the mail server is started again. */
    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    @BeforeAll
    static void start() {
        MAIL.start();
        world = SampleWorld.apart(
                "installation-quota",
                Settings.withFreePorts()
                        .with(Setting.DIGEST_TO, "ops@acme-industries.example,morgan@acme-industries.example")
                        .with(Setting.MAIL_SERVER, "127.0.0.1:" + MAIL.getSmtp().getPort()));
    }

    @AfterAll
    static void stop() {
        world.installation().down();
        MAIL.stop();
    }

    @Test
    @Order(1)
    void workable_leads_count_for_the_month_and_each_warning_is_told_once() throws IOException {
        // Given the shipped agreement's hundred a month, of which nothing is delivered
        JsonNode before = Eventually.get(SOON, () -> {
            JsonNode all = quota("all", null);
            assertThat(all.path("promised").asInt()).isEqualTo(100);
            return all;
        });
        assertThat(before.get("delivered").asInt()).isZero();
        String month = before.get("month").asText();
        assertThat(month).isEqualTo(LocalDate.now(ZoneOffset.UTC).toString().substring(0, 7));

        // When three leads qualify: one is accepted and tried, one is rejected as spam, one as badly timed
        JsonNode accepted = answered("accept", "{}");
        assertThat(work(accepted, "attempts", "{\"channel\":\"call\",\"result\":\"no_answer\"}")
                        .status())
                .isEqualTo(200);
        answered("reject", "{\"reason\":\"SPAM\"}");
        answered("reject", "{\"reason\":\"BAD_TIMING\"}");

        // Then one counts, for its rep too, and Sales' side is told
        String rep = accepted.get("repId").asText();
        Eventually.within(
                SOON,
                () -> assertThat(quota("all", null).get("delivered").asInt()).isEqualTo(1));
        Eventually.within(SOON, () -> {
            JsonNode all = sales().get(0);
            assertThat(all.get("part").asText()).isEqualTo("all");
            assertThat(all.get("offered").asInt()).isEqualTo(3);
            assertThat(all.get("acceptedInTime").asInt()).isEqualTo(1);
            assertThat(all.get("rejected").asInt()).isEqualTo(2);
            assertThat(all.get("attempts").asInt()).isEqualTo(1);
            assertThat(all.get("shareAttempted").asDouble()).isEqualTo(1);
        });

        // When both sides sign another promise, by persona, grade and rep, and that bad timing is no reproach; and both
        // look
        // as if a fifth of the month had passed without anything
        sign("quota: {mqlPerMonth: 5000, perRep: true, personas: {operations-leader: 0.5}, grades: {A1: 0.2},"
                + " warnBelow: [0.9, 0.5], notWorkable: [SPAM, DUPLICATE]}");

        // Then the leads count anew, and each part is paced
        Eventually.within(SOON, () -> {
            assertThat(quota("all", null).get("promised").asInt()).isEqualTo(5000);
            assertThat(quota("all", null).get("delivered").asInt()).isEqualTo(2);
            assertThat(quota("persona", "operations-leader").get("promised").asInt())
                    .isEqualTo(2500);
            assertThat(quota("grade", "A1").get("delivered").asInt()).isEqualTo(2);
            assertThat(quota("rep", rep).get("delivered").asInt()).isPositive();
        });
        Eventually.within(
                SOON,
                () -> assertThat(said(month, "paced"))
                        .extracting(event -> event.at("/quota/promised").asInt())
                        .contains(100, 5000));
        assertThat(said(month + "/persona/operations-leader", "paced")).isNotEmpty();
        assertThat(said(month, "paced"))
                .extracting(event -> event.get("quotaVersion").asInt())
                .doesNotHaveDuplicates();

        // And what was first promised today is not judged if that was late in the month; what was, is told once as
        // missed
        Databases databases = new Databases(world.installation());
        boolean late =
                before.get("expected").asDouble() / before.get("promised").asDouble() > 0.25;
        assertThat(said(month, "missed")).isEmpty();
        databases.damage(Service.SLA_TRACKER, "update quota set judged = true");
        for (int look = 0; look < 3; look++) {
            int paced = said(month, "paced").size();
            databases.damage(Service.SLA_TRACKER, "update quota_turn set next_at = clock_timestamp()");
            Eventually.within(
                    SOON, () -> assertThat(said(month, "paced").size()).isGreaterThan(paced));
        }
        if (late) {
            assertThat(said(month, "missed")).hasSize(1);
            assertThat(quota("all", null).get("state").asText()).isEqualTo("missed");
        }

        // And a rep sees its own part only, in parts of the list
        Api own = new Api(
                world.installation().address(Service.SLA_TRACKER).toString(),
                world.installation().token(Role.SALES, Map.of("repId", rep)));
        assertThat(items(own.get("/v1/quotas?part=rep")))
                .extracting(one -> one.get("value").asText())
                .containsExactly(rep);
        assertThat(items(own.get("/v1/quotas/sales")))
                .extracting(one -> one.get("part").asText())
                .containsExactly("rep");
        Answer first = world.marketing(Service.SLA_TRACKER).get("/v1/quotas?limit=1");
        assertThat(items(first)).hasSize(1);
        assertThat(items(world.marketing(Service.SLA_TRACKER)
                                .get("/v1/quotas?limit=1&cursor="
                                        + first.json().get("nextCursor").asText()))
                        .getFirst()
                        .get("part")
                        .asText())
                .isEqualTo("persona");
        assertThat(own.get("/v1/quotas?part=team").status()).isEqualTo(400);
        assertThat(own.get("/v1/quotas?month=March").status()).isEqualTo(400);

        // And the page shows both directions
        assertThat(world.marketing(Service.REPORTING_SERVICE).get("/quotas").body())
                .contains("Marketing's promise", "5,000", "operations-leader", "What Sales made of it");

        // When history is imported that qualified a minute ago, and some that qualified long ago, and one qualifies
        // live
        int delivered = quota("all", null).get("delivered").asInt();
        Instant now = Instant.now();
        historical(now.minusSeconds(60), now.minus(Duration.ofDays(200)));
        live();

        // Then the first counts, since it was in this month, and the second does not
        Eventually.within(
                SOON,
                () -> assertThat(quota("all", null).get("delivered").asInt()).isEqualTo(delivered + 2));
    }

    private static void historical(Instant... qualifiedAt) throws IOException {
        StringBuilder rows = new StringBuilder("id,at\n");
        for (Instant at : qualifiedAt) {
            rows.append(UUID.randomUUID()).append(',').append(at).append('\n');
        }
        Path file = Files.writeString(Path.of("target/quota-history.csv"), rows);
        Answer answer = world.admin(Service.LEAD_INTAKE)
                .importFile(
                        "/v1/imports",
                        "{\"kind\": \"leads\", \"columns\": {\"id\": \"externalId\", \"at\": \"capturedAt\"},"
                                + " \"constants\": {\"stage\": \"mql\"}}",
                        file);
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    }

    private static String live() {
        return world.website()
                .post("/v1/leads", SampleWorld.dana())
                .json()
                .get("leadId")
                .asText();
    }

    private static JsonNode answered(String how, String body) {
        String leadId = live();
        JsonNode offer = Eventually.get(SOON, () -> {
            JsonNode newest = world.newestHandoff(leadId);
            assertThat(newest.path("state").asText()).isEqualTo("offered");
            return newest;
        });
        Answer answer = work(offer, how, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static Answer work(JsonNode handoff, String what, String body) {
        return world.rep(handoff.get("repId").asText())
                .post("/v1/handoffs/" + handoff.get("handoffId").asText() + "/" + what, body);
    }

    private static JsonNode quota(String part, String value) {
        return items(world.marketing(Service.SLA_TRACKER)
                        .get("/v1/quotas?part=" + part + (value == null ? "" : "&value=" + value)))
                .stream()
                .findFirst()
                .orElse(Json.empty());
    }

    private static List<JsonNode> sales() {
        return items(world.marketing(Service.SLA_TRACKER).get("/v1/quotas/sales"));
    }

    private static List<JsonNode> items(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return StreamSupport.stream(answer.json().get("items").spliterator(), false)
                .toList();
    }

    private static List<JsonNode> said(String quotaId, String what) {
        return world.topics().about("leadloop.sla", quotaId).stream()
                .filter(seen -> seen.type().equals("io.leadloop.quota." + what + ".v1"))
                .map(seen -> Json.read(seen.value()))
                .toList();
    }

    @Test
    @Order(2)
    void every_day_one_mail_says_what_broke() throws Exception {
        // Given that nobody answers an offer
        live();
        Eventually.within(
                Duration.ofSeconds(60),
                () -> assertThat(items(world.ops(Service.SLA_TRACKER).get("/v1/alerts?limit=200")))
                        .anySatisfy(
                                alert -> assertThat(alert.get("kind").asText()).isEqualTo("breached")));

        // When its time of the day has come while the mail server is away
        MAIL.stop();
        timeForTheMail();

        // Then it is seen to fail
        Eventually.within(
                Duration.ofSeconds(90),
                () -> assertThat(dailyMail().at("/data/state").asText()).isEqualTo("failing"));
        assertThat(dailyMail().get("status").asText()).isEqualTo("UP");
        assertThat(dailyMail().at("/data/lastError").asText()).isNotEmpty().doesNotContain("@");

        // When the mail server is back, then one mail comes, to both who want it
        MAIL.start();
        timeForTheMail();
        Eventually.within(
                Duration.ofSeconds(60),
                () -> assertThat(MAIL.getReceivedMessages()).hasSize(2));
        MimeMessage mail = MAIL.getReceivedMessages()[0];
        assertThat(mail.getSubject()).matches("Leadloop: \\d+ promises broken, \\d+ about to break");
        assertThat(GreenMailUtil.getBody(mail))
                .contains("acceptance, team sales: ", "Workable MQLs this month", "of 5000", "/promises");
        Eventually.within(
                SOON, () -> assertThat(dailyMail().at("/data/state").asText()).isEqualTo("as planned"));
        assertThat(Instant.parse(dailyMail().at("/data/nextAt").asText())).isAfter(Instant.now());
        assertThat(MAIL.getReceivedMessages()).hasSize(2);
        assertThat(world.nobody(Service.SLA_TRACKER).get("/q/metrics").body())
                .contains("leadloop_sla_digests_total{result=\"sent\"} 1.0");
    }

    private static void timeForTheMail() {
        new Databases(world.installation())
                .damage(Service.SLA_TRACKER, "update digest_turn set next_at = clock_timestamp()");
    }

    private static JsonNode dailyMail() {
        JsonNode checks =
                world.nobody(Service.SLA_TRACKER).get("/q/health/ready").json().get("checks");
        return StreamSupport.stream(checks.spliterator(), false)
                .filter(check -> check.get("name").asText().equals("daily-mail"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Order(3)
    void a_page_may_look_after_a_promise_and_sign_and_nothing_else_and_no_other_site_may() {
        // Given a broken promise, a draft, and a browser that is signed in
        Browser morgan = new Browser(world, Role.MANAGER, Map.of("teamId", "sales", "sub", "morgan"));
        String alert = items(world.ops(Service.SLA_TRACKER).get("/v1/alerts?limit=200")).stream()
                .filter(one -> one.get("kind").asText().equals("breached"))
                .findFirst()
                .orElseThrow()
                .get("alertId")
                .asText();
        String look = "/api/sla/v1/alerts/" + alert + "/acknowledge";
        assertThat(morgan.get("/promises")).contains("data-post=\"" + look + "\"");

        // When another site makes the browser send it: without the header, with a foreign origin, as a form
        assertThat(morgan.post(look, "{}", "Origin", morgan.origin())).isEqualTo(401);
        assertThat(morgan.post(look, "{}", "X-Leadloop-Page", "1")).isEqualTo(401);
        assertThat(morgan.post(look, "{}", "X-Leadloop-Page", "1", "Origin", "https://evil.example"))
                .isEqualTo(401);

        // Then nobody looks after it
        assertThat(morgan.get("/promises")).contains("data-post=\"" + look + "\"");

        // When the page sends it, then Morgan does
        assertThat(morgan.post(look, "{}", "X-Leadloop-Page", "1", "Origin", morgan.origin()))
                .isEqualTo(200);
        assertThat(morgan.get("/promises")).doesNotContain("data-post=\"" + look + "\"");
        assertThat(items(world.ops(Service.SLA_TRACKER).get("/v1/alerts?limit=200")))
                .filteredOn(one -> one.get("alertId").asText().equals(alert))
                .singleElement()
                .satisfies(one -> assertThat(one.get("acknowledgedBy").asText()).isEqualTo("morgan"));

        // And nothing else goes through, and roles are the tracker's to judge
        assertThat(morgan.post("/api/sla/v1/webhooks", "{}", "X-Leadloop-Page", "1", "Origin", morgan.origin()))
                .isEqualTo(405);
        Browser ana = new Browser(world, Role.SALES, Map.of("repId", "ana", "sub", "ana"));
        assertThat(ana.get("/promises")).doesNotContain("data-post");
        assertThat(ana.post(look, "{}", "X-Leadloop-Page", "1", "Origin", ana.origin()))
                .isEqualTo(403);

        // When both sides sign on the page
        Api marketing = world.marketing(Service.SLA_TRACKER);
        String draft = marketing
                .get("/v1/agreements/current")
                .json()
                .get("document")
                .asText()
                .replace("name: Leadloop default", "name: Ours");
        JsonNode written = marketing.put("/v1/agreements/draft", draft).json();
        String sign = "/api/sla/v1/agreements/" + written.get("version").asInt() + "/signatures";
        String signature =
                Json.empty().put("sha256", written.get("sha256").asText()).toString();
        Browser maria = new Browser(world, Role.MARKETING, Map.of("sub", "maria"));
        assertThat(maria.get("/agreement")).contains("Sign for marketing").doesNotContain("Sign for sales");
        assertThat(morgan.get("/agreement")).contains("Sign for sales").doesNotContain("Sign for marketing");
        assertThat(maria.post(sign, signature, "X-Leadloop-Page", "1", "Origin", maria.origin()))
                .isEqualTo(200);
        assertThat(morgan.post(sign, signature, "X-Leadloop-Page", "1", "Origin", morgan.origin()))
                .isEqualTo(200);

        // Then it is in force, signed by them
        JsonNode current = marketing.get("/v1/agreements/current").json();
        assertThat(current.get("version").asInt())
                .isEqualTo(written.get("version").asInt());
        assertThat(current.get("signatures").findValuesAsText("by")).containsExactlyInAnyOrder("maria", "morgan");

        // And who is not signed in, or has another role, sees a page that says so
        assertThat(world.nobody(Service.REPORTING_SERVICE).get("/quotas").body())
                .contains("Please sign in");
        assertThat(world.as("crm", Service.REPORTING_SERVICE).get("/quotas").body())
                .contains("Not for this role");
        assertThat(world.marketing(Service.REPORTING_SERVICE)
                        .get("/reconciliation")
                        .body())
                .contains("Not for this role", "ops");
        assertThat(world.marketing(Service.REPORTING_SERVICE)
                        .get("/quotas?month=March")
                        .body())
                .contains("must be a month");
    }

    private static void sign(String quota) {
        world.sign(text -> text.replaceFirst("(?m)^quota: .*$", quota));
    }
}
