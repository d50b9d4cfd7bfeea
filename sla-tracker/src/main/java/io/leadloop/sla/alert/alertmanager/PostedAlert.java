package io.leadloop.sla.alert.alertmanager;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

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
        boolean breached = firing.kind().equals("breached");
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("alertname", breached ? "LeadloopPromiseBroken" : "LeadloopPromiseAboutToBreak");
        labels.put("severity", breached ? "critical" : "warning");
        labels.put("clock", firing.clock());
        labels.put("clockId", firing.clockId().toString());
        labels.put("leadId", firing.leadId().toString());
        put(labels, "team", firing.teamId());
        put(labels, "rep", firing.repId());
        put(labels, "manager", firing.managerId());
        return new PostedAlert(
                labels,
                Map.of("summary", firing.clock() + (breached ? " was due at " : " is due at ") + firing.dueAt()),
                firing.at(),
                firing.over() ? now : now.plus(holds),
                pages + "/leads/" + firing.leadId());
    }

    private static void put(Map<String, String> labels, String name, String value) {
        if (value != null && !value.isEmpty()) {
            labels.put(name, value);
        }
    }
}
