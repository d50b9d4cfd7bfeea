package io.leadloop.sla.alert.alertmanager;

import io.leadloop.events.Quota;
import io.leadloop.sla.alert.alertmanager.Firing.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * One alert as Alertmanager's API takes it. The labels are what makes it the same alert; they name no person.
 *
 * @param endsAt in the past it is resolved; otherwise until when it fires if nobody tells it again
 */
record PostedAlert(
        Map<String, String> labels,
        Map<String, String> annotations,
        Instant startsAt,
        Instant endsAt,
        String generatorURL) {

    /** @param holds how long it fires without being told again */
    static PostedAlert of(Firing firing, Instant now, Duration holds, String pages) {
        boolean broken = !firing.kind().equals("warned");
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("alertname", name(firing.promise(), broken));
        labels.put("severity", broken ? "critical" : "warning");
        labels.putAll(what(firing.promise()));
        put(labels, "team", firing.teamId());
        put(labels, "rep", firing.repId());
        put(labels, "manager", firing.managerId());
        return new PostedAlert(
                labels,
                Map.of("summary", summary(firing, broken)),
                firing.at(),
                firing.over() ? now : now.plus(holds),
                pages + page(firing.promise()));
    }

    private static String name(Promise promise, boolean broken) {
        return switch (promise) {
            case Promise.ToLead clock -> broken ? "LeadloopPromiseBroken" : "LeadloopPromiseAboutToBreak";
            case Promise.OfMonth month -> broken ? "LeadloopQuotaMissed" : "LeadloopQuotaWarned";
        };
    }

    private static Map<String, String> what(Promise promise) {
        return switch (promise) {
            case Promise.ToLead(UUID clockId, String clock, UUID leadId) ->
                Map.of("clock", clock, "clockId", clockId.toString(), "leadId", leadId.toString());
            case Promise.OfMonth(Quota quota) -> Map.of("quotaId", quota.quotaId(), "part", quota.part());
        };
    }

    private static String summary(Firing firing, boolean broken) {
        return switch (firing.promise()) {
            case Promise.ToLead clock -> clock.clock() + (broken ? " was due at " : " is due at ") + firing.dueAt();
            case Promise.OfMonth(Quota quota) ->
                quota.delivered() + " of " + quota.promised() + " workable MQLs of " + quota.quotaId() + " delivered, "
                        + quota.expected() + " expected by then" + (broken ? "; it cannot be reached any more" : "");
        };
    }

    private static String page(Promise promise) {
        return switch (promise) {
            case Promise.ToLead clock -> "/leads/" + clock.leadId();
            case Promise.OfMonth(Quota quota) -> "/quotas?month=" + quota.month();
        };
    }

    private static void put(Map<String, String> labels, String name, String value) {
        if (value != null && !value.isEmpty()) {
            labels.put(name, value);
        }
    }
}
