package io.leadloop.messaging.relay;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * What the audit found, for metrics and the health answer, and in the log when an alarm begins and when it ends.
 */
@ApplicationScoped
class RelayAlarm {
    private static final Logger LOG = Logger.getLogger(RelayAlarm.class);

    /**
     * The state of the relay.
     *
     * @param late rows that are older than the limit and were not seen on Kafka
     * @param oldestSeconds the age of the oldest of them
     */
    record Found(int late, long oldestSeconds, boolean slotMissing) {
        static final Found NOTHING = new Found(0, 0, false);

        boolean isAlarm() {
            return late > 0 || slotMissing;
        }

        String text() {
            String missing = slotMissing ? "The replication slot is missing or lost. " : "";
            return missing
                    + (late == 0
                            ? ""
                            : late + " events wait to be seen on Kafka, the oldest for " + oldestSeconds + " s.");
        }
    }

    private final Counter sentAgain;
    private volatile Found found = Found.NOTHING;

    RelayAlarm(MeterRegistry metrics) {
        sentAgain = metrics.counter("leadloop.relay.sent.again");
        metrics.gauge("leadloop.relay.late", this, alarm -> alarm.found.late());
        metrics.gauge("leadloop.relay.late.oldest.seconds", this, alarm -> alarm.found.oldestSeconds());
        metrics.gauge("leadloop.relay.slot.missing", this, alarm -> alarm.found.slotMissing() ? 1 : 0);
    }

    void found(Found now) {
        if (now.isAlarm() && !found.isAlarm()) {
            LOG.errorf("%s Look at the connector's state (./leadloop status) and at Kafka.", now.text());
        } else if (!now.isAlarm() && found.isAlarm()) {
            LOG.info("Everything that was said is on Kafka again");
        }
        found = now;
    }

    void sentAgain(int events, long oldestSeconds) {
        LOG.warnf(
                "Sent %d events again that the slot had passed without their arriving, the oldest %d s old",
                events, oldestSeconds);
        sentAgain.increment(events);
    }

    Found now() {
        return found;
    }
}
