package io.leadloop.scoring;

import io.leadloop.messaging.Database;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Finds the one lead that makes a batch fail and puts it off alone, so that it holds up nobody: for a minute, two, four and at last an
 * hour. {@link ScoreDueLeads} tries it again then, whatever it was that failed. The log says so each time.
 */
@ApplicationScoped
class PutOff {
    private static final Logger LOG = Logger.getLogger(PutOff.class);

    private final Database database;
    private final PutOffStore store;
    private final Counter times;

    PutOff(Database database, PutOffStore store, MeterRegistry metrics) {
        this.database = database;
        this.store = store;
        this.times = metrics.counter("leadloop.scoring.put.off");
    }

    /** The next batch is smaller, or does not have the lead. */
    Uni<Void> narrow(LeadsFailed failed, BatchSize size) {
        if (failed.leadIds().size() > 1) {
            size.failed(failed.leadIds().size());
            return Uni.createFrom().voidItem();
        }
        UUID leadId = failed.leadIds().getFirst();
        return database.patiently(tx -> store.putOff(tx, leadId))
                .invoke(failures -> {
                    times.increment();
                    LOG.errorf(
                            "Lead %s cannot be scored (failure %d in a row); it alone is put off, and tried again in %s: %s",
                            leadId, failures, PutOffStore.pauseAfter(failures), failed.why());
                })
                .replaceWithVoid();
    }
}
