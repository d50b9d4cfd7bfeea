package io.leadloop.events;

import java.util.Set;

/** The topics' names. Partitions and retention are in {@code deploy}'s {@code topics.yaml}. */
public final class Topics {
    public static final String LEADS = "leadloop.leads";
    public static final String ACTIVITIES = "leadloop.activities";
    public static final String SCORES = "leadloop.scores";
    public static final String HANDOFFS = "leadloop.handoffs";
    public static final String CLOSED_LOOP = "leadloop.closed-loop";
    public static final String SLA = "leadloop.sla";
    public static final String AGREEMENTS = "leadloop.agreements";

    private static final Set<String> WITH_TOMBSTONES = Set.of(LEADS, SCORES, HANDOFFS);

    private Topics() {}

    /** Whether a record without a value says on this topic that a lead is forgotten. */
    public static boolean carriesTombstones(String topic) {
        return WITH_TOMBSTONES.contains(topic);
    }

    /** The topic on which {@code service} (for example {@code scoring-service}) reports records that it could not use. */
    public static String deadLetters(String service) {
        return "leadloop." + service + ".dead-letters";
    }
}
