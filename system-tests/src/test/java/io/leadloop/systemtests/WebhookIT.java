package io.leadloop.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import io.leadloop.deploy.Service;
import io.leadloop.deploy.settings.Setting;
import io.leadloop.deploy.settings.Settings;
import io.leadloop.systemtests.world.Api;
import io.leadloop.systemtests.world.Eventually;
import io.leadloop.systemtests.world.Json;
import io.leadloop.systemtests.world.Receiver;
import io.leadloop.systemtests.world.Receiver.Post;
import io.leadloop.systemtests.world.SampleWorld;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A broken promise reaches those who want to know of it: by signed webhooks, and by an Alertmanager until it is over. */
@Tag("own-installation")
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
                        .anySatisfy(alert -> assertThat(java.time.Instant.parse(
                                        alert.get("endsAt").asText()))
                                .isBefore(java.time.Instant.now().plusSeconds(1))));
    }

    private static List<JsonNode> told(String leadId, String name) {
        return RECEIVER.posts("/api/v2/alerts").stream()
                .flatMap(post -> java.util.stream.StreamSupport.stream(
                        Json.read(post.body()).spliterator(), false))
                .filter(alert -> alert.at("/labels/leadId").asText().equals(leadId))
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
