package io.leadloop.systemtests.world;

import io.leadloop.deploy.Service;
import io.leadloop.events.EventJson;
import io.leadloop.events.LeadEvent.LeadState;
import io.leadloop.events.Profile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The leads of scoring-service, put into its table and changed behind its back. */
public final class StoredLeads {
    /** Buyers who asked for a demo an hour ago. {@code next_at} says whether anybody looks at them. */
    private static final String PUT = """
            with leads as (
                insert into lead_score (lead_id, lead, lead_version, next_at)
                select uuidv7(), '%s', 1, %s from generate_series(1, %d) returning lead_id)
            insert into activity (activity_id, lead_id, type, occurred_at)
            select gen_random_uuid(), lead_id, 'demo_request', now() - interval '1 hour' from leads""";

    private final Databases databases;

    public StoredLeads(Databases databases) {
        this.databases = databases;
    }

    /** Whom nobody looks at. */
    public void putQuiet(int leads) {
        databases.execute(Service.SCORING_SERVICE, PUT.formatted(buyer(), "null", leads));
        databases.execute(Service.SCORING_SERVICE, "analyze lead_score");
        databases.execute(Service.SCORING_SERVICE, "analyze activity");
    }

    /** Who are all to be scored at the same moment. */
    public void putDue(int leads, Duration in) {
        databases.execute(
                Service.SCORING_SERVICE,
                PUT.formatted(buyer(), "now() + interval '%d milliseconds'".formatted(in.toMillis()), leads));
    }

    /** The so many-th of those that wait to be scored. */
    public String due(int number) {
        return databases
                .query(
                        Service.SCORING_SERVICE,
                        "select lead_id from lead_score where next_at is not null and score is null order by lead_id limit 1 offset "
                                + (number - 1))
                .getFirst();
    }

    /** Its document is no JSON. */
    public void tear(String leadId) {
        set(leadId, "lead = left(lead, 40)");
    }

    public void mend(String leadId) {
        set(leadId, "lead = '" + buyer() + "'");
    }

    /** A change of its score that has not been is in its history already, so that the true one cannot be kept. */
    public void haunt(String leadId) {
        databases.execute(Service.SCORING_SERVICE, """
                insert into score_change (change_id, lead_id, score_version, changed_at, reasons, fit, interest, grade, qualification,
                                          agreement_version, differences)
                select gen_random_uuid(), lead_id, score_version + 1, to_timestamp(0), 'profile', 0, 0, 'D4', 'held', 1, '[]'
                from lead_score where lead_id = '%s'""".formatted(leadId));
    }

    public void exorcise(String leadId) {
        databases.execute(
                Service.SCORING_SERVICE,
                "delete from score_change where changed_at = to_timestamp(0) and lead_id = '%s'".formatted(leadId));
    }

    /** Nobody has an hour. */
    public void hurryPutOff() {
        databases.execute(Service.SCORING_SERVICE, "update lead_score set retry_at = now() where retry_at is not null");
    }

    public List<String> putOff() {
        return databases.query(
                Service.SCORING_SERVICE, "select lead_id from lead_score where retry_at is not null order by 1");
    }

    public int failures(String leadId) {
        return (int) count("failures from lead_score where lead_id = '%s'".formatted(leadId));
    }

    public long scoredBy(int agreementVersion) {
        return count("count(*) from lead_score where score is not null and agreement_version = %d"
                .formatted(agreementVersion));
    }

    /** @param select what stands behind the word */
    public long count(String select) {
        return Long.parseLong(
                databases.query(Service.SCORING_SERVICE, "select " + select).getFirst());
    }

    private void set(String leadId, String change) {
        int changed = databases.damage(
                Service.SCORING_SERVICE, "update lead_score set %s where lead_id = '%s'".formatted(change, leadId));
        assert changed == 1;
    }

    private static String buyer() {
        Profile profile = new Profile(
                "dana@acme.example",
                "Dana",
                "Reyes",
                "+12125550142",
                "Acme",
                "VP Operations",
                "US",
                "Manufacturing",
                1200,
                null,
                null,
                Map.of(),
                null);
        return EventJson.write(
                new LeadState(null, Instant.now().minus(Duration.ofHours(2)), false, profile, List.of(), List.of()));
    }
}
