package io.leadloop.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import io.leadloop.deploy.Service;
import io.leadloop.deploy.settings.Setting;
import io.leadloop.deploy.settings.Settings;
import io.leadloop.deploy.token.Role;
import io.leadloop.systemtests.world.Api;
import io.leadloop.systemtests.world.Databases;
import io.leadloop.systemtests.world.Eventually;
import io.leadloop.systemtests.world.Json;
import io.leadloop.systemtests.world.Receiver;
import io.leadloop.systemtests.world.Receiver.Post;
import io.leadloop.systemtests.world.SampleWorld;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A broken promise reaches those who want to know of it: by signed webhooks, and by an Alertmanager until it is over. */
@Tag("own-installation")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WebhookIT {
    private static final CountDownLatch END = new CountDownLatch(1);
    private static final AtomicBoolean FIRST = new AtomicBoolean(true);
    private static final Receiver RECEIVER = new Receiver(WebhookIT::answer);
    private static SampleWorld world;

    @BeforeAll
    static void start() {
        world = SampleWorld.apart(
                "installation-webhooks",
                Settings.withFreePorts()
                        .with(Setting.WEBHOOK_SCHEDULE, "PT0S,PT1S,PT1S")
                        .with(Setting.ALERTMANAGER, RECEIVER.address()));
    }

    @AfterAll
    static void stop() {
        END.countDown();
        world.installation().down();
        RECEIVER.close();
    }

    private static int answer(Post post) {
        return switch (post.path()) {
            case "/flaky" -> FIRST.getAndSet(false) ? 500 : 204;
            case "/gone" -> 410;
            case "/broken" -> 503;
            case "/slow" -> {
                try {
                    END.await();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
                yield 204;
            }
            default -> 200;
        };
    }

    @Test
    @Order(1)
    void a_broken_promise_is_told_signed_and_until_it_is_over() throws Exception {
        // Given receivers of every kind; the slow one never answers
        Api admin = world.admin(Service.SLA_TRACKER);
        JsonNode flaky = register(admin, "http://" + RECEIVER.address() + "/flaky");
        JsonNode gone = register(admin, "http://" + RECEIVER.address() + "/gone");
        JsonNode broken = register(admin, "http://" + RECEIVER.address() + "/broken");
        register(admin, "http://" + RECEIVER.address() + "/slow");
        JsonNode forbidden = register(admin, "http://169.254.169.254/latest/meta-data");
        assertThat(admin.post("/v1/webhooks", Json.empty().put("url", "file:///etc/passwd"))
                        .status())
                .isEqualTo(400);
        assertThat(world.as("crm", Service.SLA_TRACKER)
                        .post("/v1/webhooks", Json.empty().put("url", "http://example.org"))
                        .status())
                .isEqualTo(403);

        // When nobody answers Dana's offer
        String leadId = world.website()
                .post("/v1/leads", SampleWorld.dana())
                .json()
                .get("leadId")
                .asText();

        // Then the flaky one gets each message, the failed attempt again under the same id, signed
        Eventually.within(
                Duration.ofSeconds(60),
                () -> assertThat(RECEIVER.posts("/flaky"))
                        .anySatisfy(post -> assertThat(
                                        Json.read(post.body()).get("type").asText())
                                .isEqualTo("clock.breached")));
        List<Post> posts = RECEIVER.posts("/flaky");
        Webhook verifier = new Webhook(flaky.get("secret").asText());
        for (Post post : posts) {
            verifier.verify(post.body(), HttpHeaders.of(post.headers(), (name, value) -> true));
            assertThat(Json.read(post.body()).at("/data/leadId").asText()).isEqualTo(leadId);
        }
        assertThat(posts.stream()
                        .filter(post -> post.header("webhook-id")
                                .equals(posts.getFirst().header("webhook-id"))))
                .hasSize(2)
                .extracting(Post::body)
                .containsOnly(posts.getFirst().body());
        Eventually.within(
                Duration.ofSeconds(5),
                () -> assertThat(deliveries(admin, flaky).findValuesAsText("state"))
                        .containsOnly("delivered"));

        // And one that is gone is asked once, one that is broken as often as published, a private address never
        assertThat(RECEIVER.posts("/gone")).hasSize(1);
        assertThat(admin.get("/v1/webhooks/" + gone.get("webhookId").asText())
                        .json()
                        .get("state")
                        .asText())
                .isEqualTo("disabled");
        Eventually.within(Duration.ofSeconds(15), () -> {
            JsonNode first = oldest(deliveries(admin, broken));
            assertThat(first.get("state").asText()).isEqualTo("failed");
            assertThat(first.get("attempts").asInt()).isEqualTo(3);
        });
        assertThat(oldest(deliveries(admin, forbidden)).get("lastError").asText())
                .contains("169.254.169.254 is not on the internet");

        // And the page shows it with its owner, and passes the stream on
        Api ops = world.ops(Service.REPORTING_SERVICE);
        assertThat(ops.get("/promises").body()).contains("Promises in danger", leadId, "team sales", "nobody");
        assertThat(ops.get("/api/sla/v1/alerts?limit=1").json().get("items")).hasSize(1);
        assertThat(ops.get("/api/sla/q/metrics").status()).isEqualTo(404);
        assertThat(ops.post("/api/sla/v1/webhooks", "{}").status()).isEqualTo(405);
        assertThat(world.nobody(Service.REPORTING_SERVICE)
                        .get("/api/sla/v1/alerts")
                        .status())
                .isEqualTo(401);

        // And Alertmanager is told that it fires, and, once somebody looks after it, that it is over
        Eventually.within(
                Duration.ofSeconds(30),
                () -> assertThat(told(leadId, "LeadloopPromiseBroken"))
                        .isNotEmpty()
                        .allSatisfy(alert -> assertThat(
                                        alert.get("labels").get("team").asText())
                                .isEqualTo("sales")));
        admin.get("/v1/alerts?limit=200")
                .json()
                .get("items")
                .forEach(
                        alert -> admin.post("/v1/alerts/" + alert.get("alertId").asText() + "/acknowledge", "{}"));
        Eventually.within(
                Duration.ofSeconds(40),
                () -> assertThat(told(leadId, "LeadloopPromiseBroken"))
                        .anySatisfy(alert -> assertThat(
                                        Instant.parse(alert.get("endsAt").asText()))
                                .isBefore(Instant.now().plusSeconds(1))));
    }

    @Test
    @Order(2)
    void a_month_that_is_behind_is_told_as_a_broken_promise_is_and_until_it_is_met() throws Exception {
        // Given a promise of three leads a month, and a receiver of what is told of it
        Api admin = world.admin(Service.SLA_TRACKER);
        JsonNode webhook = admin.post(
                        "/v1/webhooks",
                        Json.read("{\"url\": \"http://" + RECEIVER.address() + "/quota\","
                                + " \"types\": [\"quota.warned\", \"quota.missed\"]}"))
                .json();
        world.sign(text -> text.replaceFirst("(?m)^quota: .*$", "quota: {mqlPerMonth: 3, warnBelow: 0.9}"));
        JsonNode quota = Eventually.get(Duration.ofSeconds(40), () -> {
            JsonNode all = admin.get("/v1/quotas?part=all").json().at("/items/0");
            assertThat(all.path("promised").asInt()).isEqualTo(3);
            assertThat(all.path("delivered").asInt()).isEqualTo(1);
            return all;
        });

        // When it is looked at as if most of the month were over, whatever the day is
        look("update quota set judged = true, month_from = month_from - interval '90 days'");

        // Then it is among the alerts, once, with where it stands
        JsonNode alert = Eventually.get(Duration.ofSeconds(40), () -> {
            JsonNode items = admin.get("/v1/alerts?subject=quota").json().get("items");
            assertThat(items).hasSize(1);
            return items.get(0);
        });
        String kind = alert.get("kind").asText();
        assertThat(kind).isIn("warned", "missed");
        assertThat(alert.at("/quota/quotaId").asText())
                .isEqualTo(quota.get("quotaId").asText());
        assertThat(alert.at("/quota/delivered").asInt()).isEqualTo(1);
        assertThat(alert.get("dueAt").asText()).isEqualTo(quota.get("until").asText());
        assertThat(alert.has("leadId")).isFalse();
        assertThat(admin.get("/v1/alerts?subject=clock&limit=200").json().get("items"))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.get("subject").asText()).isEqualTo("clock"));
        assertThat(admin.get("/v1/alerts?subject=quota&kind=breached").json().get("items"))
                .isEmpty();
        assertThat(admin.get("/v1/alerts?subject=team").status()).isEqualTo(400);

        // And a rep reads it in the stream, Ops gets it signed, Alertmanager fires, and the page shows it
        assertThat(streamed(world.installation().token(Role.SALES, Map.of("repId", "ana"))))
                .contains("\"subject\":\"quota\"", quota.get("quotaId").asText());
        Eventually.within(
                Duration.ofSeconds(30),
                () -> assertThat(RECEIVER.posts("/quota")).hasSize(1));
        Post post = RECEIVER.posts("/quota").getFirst();
        new Webhook(webhook.get("secret").asText())
                .verify(post.body(), HttpHeaders.of(post.headers(), (name, value) -> true));
        assertThat(Json.read(post.body()).get("type").asText()).isEqualTo("quota." + kind);
        String name = kind.equals("missed") ? "LeadloopQuotaMissed" : "LeadloopQuotaWarned";
        Eventually.within(
                Duration.ofSeconds(40),
                () -> assertThat(told("quotaId", month(quota), name)).isNotEmpty());
        assertThat(world.marketing(Service.REPORTING_SERVICE).get("/promises").body())
                .contains("Workable MQLs of " + month(quota), "1 of 3 delivered", "Marketing");

        // When two more qualify, then it is met, and Alertmanager is told that it is over
        for (int more = 0; more < 2; more++) {
            world.website().post("/v1/leads", SampleWorld.dana());
        }
        Eventually.within(
                Duration.ofSeconds(40),
                () -> assertThat(admin.get("/v1/quotas?part=all")
                                .json()
                                .at("/items/0/state")
                                .asText())
                        .isEqualTo("reached"));
        look("update quota set judged = true");
        Eventually.within(
                Duration.ofSeconds(60),
                () -> assertThat(told("quotaId", month(quota), name))
                        .anySatisfy(one -> assertThat(
                                        Instant.parse(one.get("endsAt").asText()))
                                .isBefore(Instant.now().plusSeconds(1))));

        // And somebody may say that they had looked after it; a rep may not
        String acknowledge = "/v1/alerts/" + alert.get("alertId").asText() + "/acknowledge";
        assertThat(world.as("sales", Service.SLA_TRACKER)
                        .post(acknowledge, "{}")
                        .status())
                .isEqualTo(403);
        JsonNode first = world.manager(Service.SLA_TRACKER, "sales")
                .post(acknowledge, "{}")
                .json();
        assertThat(first.get("acknowledgedBy").asText()).isNotEmpty();
        assertThat(admin.post(acknowledge, "{}").json()).isEqualTo(first);
        assertThat(RECEIVER.posts("/quota")).hasSize(1);
    }

    private static String month(JsonNode quota) {
        return quota.get("month").asText();
    }

    /** Not only at midnight. */
    private static void look(String before) {
        Databases databases = new Databases(world.installation());
        databases.damage(Service.SLA_TRACKER, before);
        databases.damage(Service.SLA_TRACKER, "update quota_turn set next_at = clock_timestamp()");
    }

    /** The first alert of a quota in the stream. */
    private static String streamed(String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(
                        world.installation().address(Service.SLA_TRACKER) + "/v1/alerts/stream?lastEventId=0"))
                .header("Authorization", "Bearer " + token)
                .build();
        try (HttpClient client = HttpClient.newHttpClient();
                Stream<String> lines = client.send(request, HttpResponse.BodyHandlers.ofLines())
                        .body()) {
            return CompletableFuture.supplyAsync(
                            () -> lines.filter(line -> line.startsWith("data:") && line.contains("\"quota\""))
                                    .findFirst()
                                    .orElse(""))
                    .get(30, TimeUnit.SECONDS);
        }
    }

    private static List<JsonNode> told(String leadId, String name) {
        return told("leadId", leadId, name);
    }

    private static List<JsonNode> told(String label, String value, String name) {
        return RECEIVER.posts("/api/v2/alerts").stream()
                .flatMap(post -> StreamSupport.stream(Json.read(post.body()).spliterator(), false))
                .filter(alert -> alert.at("/labels/" + label).asText().equals(value))
                .filter(alert -> alert.at("/labels/alertname").asText().equals(name))
                .toList();
    }

    private static JsonNode register(Api admin, String url) {
        Api.Answer answer = admin.post("/v1/webhooks", Json.empty().put("url", url));
        assertThat(answer.status()).isEqualTo(201);
        return answer.json();
    }

    private static JsonNode deliveries(Api admin, JsonNode webhook) {
        return admin.get("/v1/webhooks/" + webhook.get("webhookId").asText() + "/deliveries")
                .json()
                .get("items");
    }

    private static JsonNode oldest(JsonNode deliveries) {
        assertThat(deliveries).isNotEmpty();
        return deliveries.get(deliveries.size() - 1);
    }
}
