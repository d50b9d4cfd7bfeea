package io.leadloop.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leadloop.agreement.AgreementHash;
import io.leadloop.agreement.DefaultAgreement;
import io.leadloop.deploy.Installation;
import io.leadloop.deploy.Service;
import io.leadloop.deploy.settings.Settings;
import io.leadloop.deploy.token.Role;
import io.leadloop.systemtests.world.Another;
import io.leadloop.systemtests.world.Api;
import io.leadloop.systemtests.world.Api.Answer;
import io.leadloop.systemtests.world.Databases;
import io.leadloop.systemtests.world.Eventually;
import io.leadloop.systemtests.world.Json;
import io.leadloop.systemtests.world.StoredLeads;
import io.leadloop.systemtests.world.WhatIfLines;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What scoring-service, at last two instances of it, does to many leads at once, and to the one among them that always fails. */
@Tag("own-installation")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StoredLeadsIT {
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final int DUE = 700;
    private static final int QUIET = 40_000;
    private static final String DRAFT =
            DefaultAgreement.text().replace("200 people or more, points: 40", "200 people or more, points: 30");

    private static Installation installation;
    private static Databases databases;
    private static StoredLeads leads;
    private static Another another;

    @BeforeAll
    static void start() {
        installation =
                Installation.at(Path.of("target/installation-stored").toAbsolutePath(), Settings.withFreePorts());
        installation.reset((part, message) -> {});
        Runtime.getRuntime().addShutdownHook(new Thread(installation::down));
        installation.up(
                EnumSet.of(Service.SLA_TRACKER, Service.SCORING_SERVICE),
                (part, message) -> System.out.println(part + ": " + message));
        databases = new Databases(installation);
        leads = new StoredLeads(databases);
    }

    @AfterAll
    static void stop() {
        if (another != null) {
            another.close();
        }
        installation.down();
    }

    @Test
    @Order(1)
    void leads_that_cannot_be_scored_are_put_off_alone_and_everybody_else_is_scored_in_time() {
        // Given many that are due at once: one is no JSON, of one the change cannot be kept
        leads.putDue(DUE, Duration.ofSeconds(5));
        String torn = leads.due(350);
        String haunted = leads.due(20);
        leads.tear(torn);
        leads.haunt(haunted);

        // Then all others are scored, and those two wait alone
        Eventually.within(SOON, () -> {
            assertThat(leads.scoredBy(1)).isEqualTo(DUE - 2);
            assertThat(leads.putOff()).containsExactlyInAnyOrder(torn, haunted);
        });
        // And operators are told whom
        Api ops = Api.of(installation, Service.SCORING_SERVICE, Role.OPS);
        Eventually.within(SOON, () -> {
            Answer well = ops.get("/q/health/well");
            assertThat(well.status()).isEqualTo(503);
            assertThat(well.body()).contains("every lead can be scored", torn, haunted);
            assertThat(ops.get("/q/metrics").body()).contains("leadloop_scoring_put_off_leads 2.0");
        });
        assertThat(ops.get("/q/health/ready").status()).isEqualTo(200);

        // When one is mended, and both are tried again
        int failures = leads.failures(haunted);
        leads.mend(torn);
        leads.hurryPutOff();

        // Then it is scored, and the other waits for longer
        Eventually.within(SOON, () -> {
            assertThat(leads.scoredBy(1)).isEqualTo(DUE - 1);
            assertThat(leads.putOff()).containsExactly(haunted);
            assertThat(leads.failures(haunted)).isEqualTo(failures + 1);
        });
        assertThat(leads.failures(torn)).isZero();
        leads.exorcise(haunted);
        leads.hurryPutOff();
        Eventually.within(SOON, () -> {
            assertThat(leads.scoredBy(1)).isEqualTo(DUE);
            assertThat(ops.get("/q/health/well").body()).contains("\"putOff\": 0");
        });
    }

    @Test
    @Order(2)
    void two_instances_score_everybody_by_a_new_agreement_once_but_not_the_one_that_fails() {
        // Given
        another = Another.of(installation, Service.SCORING_SERVICE);
        String haunted = databases
                .query(Service.SCORING_SERVICE, "select lead_id from lead_score order by lead_id offset 300 limit 1")
                .getFirst();
        leads.haunt(haunted);

        // When
        sign();

        // Then it is over, and each change is in the history once
        Eventually.within(SOON, () -> {
            assertThat(leads.scoredBy(2)).isEqualTo(DUE - 1);
            assertThat(rescoring().get("state").asText()).isEqualTo("finished");
        });
        assertThat(rescoring().get("rescored").asInt()).isEqualTo(DUE - 1);
        assertThat(leads.putOff()).containsExactly(haunted);
        assertThat(leads.count("count(*) from score_change where agreement_version = 2"))
                .isEqualTo(leads.count("count(distinct lead_id) from score_change where agreement_version = 2"))
                .isEqualTo(DUE - 1L);

        // When it can be scored again
        leads.exorcise(haunted);
        leads.hurryPutOff();

        // Then it is, by the agreement in force
        Eventually.within(SOON, () -> assertThat(leads.scoredBy(2)).isEqualTo(DUE));
    }

    @Test
    @Order(3)
    void leads_that_are_due_are_scored_once_whichever_instance_finds_them() {
        // Given
        long changes = leads.count("count(*) from score_change");

        // When
        leads.putDue(2 * DUE, Duration.ofSeconds(2));

        // Then
        Eventually.within(SOON, () -> assertThat(leads.scoredBy(2)).isEqualTo(3 * DUE));
        assertThat(leads.count("count(*) from score_change")).isEqualTo(changes + 2 * DUE);
    }

    @Test
    @Order(4)
    void who_hangs_up_on_a_what_if_ends_its_reading_and_may_ask_again() throws InterruptedException {
        // Given how long it takes to the end
        leads.putQuiet(QUIET);
        String token = installation.token(Role.MARKETING, Map.of());
        String here = installation.address(Service.SCORING_SERVICE).toString();
        long begun = System.nanoTime();
        JsonNode whole;
        try (WhatIfLines all = WhatIfLines.ask(here, token, DRAFT)) {
            whole = all.last();
        }
        Duration toTheEnd = Duration.ofNanos(System.nanoTime() - begun);
        assertThat(whole.get("leads").asInt()).isEqualTo(QUIET + 3 * DUE);

        // When one is asked, and a second time meanwhile, and hung up on after the first line
        Answer second;
        try (WhatIfLines first = WhatIfLines.ask(here, token, DRAFT)) {
            assertThat(first.next().get("type").asText()).isEqualTo("progress");
            second = new Api(here, token).post("/v1/what-if", DRAFT);
        }
        String hungUp = databases
                .query(Service.SCORING_SERVICE, "select clock_timestamp()")
                .getFirst();

        // Then the second one is told what to do
        assertThat(second.status()).as(second.body()).isEqualTo(409);
        assertThat(second.json().get("detail").asText())
                .isEqualTo("A what-if of yours is still running. Wait for its result, or hang up on it.");
        // And the reading ends long before the end of the leads
        Thread.sleep(toTheEnd);
        List<String> readLater = databases.query(Service.SCORING_SERVICE, """
                select query_start from pg_stat_activity
                where query like '%%from lead_score where lead_id >%%' and pid <> pg_backend_pid()
                  and query_start > timestamptz '%s' + interval '%d milliseconds'""".formatted(
                        hungUp, toTheEnd.dividedBy(2).toMillis()));
        assertThat(readLater).as("reads after it was hung up on").isEmpty();
        // And a next one is answered, by the other instance the same
        try (WhatIfLines again = WhatIfLines.ask(here, token, DRAFT);
                WhatIfLines elsewhere = WhatIfLines.ask(another.address(), token, DRAFT)) {
            JsonNode result = again.last();
            assertThat(result.get("type").asText()).isEqualTo("result");
            assertThat(withoutTime(elsewhere.last())).isEqualTo(withoutTime(result));
        }
    }

    private static JsonNode withoutTime(JsonNode result) {
        ObjectNode copy = result.deepCopy();
        copy.remove("at");
        // The cursor carries the time
        ((ObjectNode) copy.get("changed")).remove("nextCursor");
        return copy;
    }

    private static JsonNode rescoring() {
        return Api.of(installation, Service.SCORING_SERVICE, Role.OPS)
                .get("/v1/rescoring")
                .json()
                .get("items")
                .get(0);
    }

    private static void sign() {
        Api marketing = Api.of(installation, Service.SLA_TRACKER, Role.MARKETING);
        Answer written = marketing.put("/v1/agreements/draft", DRAFT);
        assertThat(written.status()).as(written.body()).isEqualTo(200);
        ObjectNode signature = Json.empty().put("sha256", AgreementHash.sha256(DRAFT));
        marketing.post("/v1/agreements/2/signatures", signature);
        Api manager = new Api(
                installation.address(Service.SLA_TRACKER).toString(),
                installation.token(Role.MANAGER, Map.of("teamId", "sales")));
        Answer signed = manager.post("/v1/agreements/2/signatures", signature);
        assertThat(signed.status()).as(signed.body()).isEqualTo(200);
    }
}
