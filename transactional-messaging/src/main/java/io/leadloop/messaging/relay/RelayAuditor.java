package io.leadloop.messaging.relay;

import io.leadloop.messaging.Database;
import io.leadloop.messaging.Failures;
import io.leadloop.messaging.relay.AuditStore.Row;
import io.leadloop.messaging.relay.AuditStore.Running;
import io.leadloop.messaging.relay.AuditStore.Slot;
import io.leadloop.messaging.relay.AuditStore.Verified;
import io.leadloop.messaging.relay.RelayAlarm.Found;
import io.leadloop.messaging.relay.TopicReader.Wiped;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * Compares, every ten seconds, what was said with what lies on Kafka, on a thread of its own and in one instance at a time.
 *
 * <ol>
 *   <li>What has the slot passed? Its position is confirmed only when Kafka has taken everything before it.
 *   <li>Read the topics on to where they end now; what is there moves the watermark on.
 *   <li>A row that the slot had passed before and that is not there will not come: send it again, in order, under the same id.
 *       Where the topics could not be read to the end, nothing is judged.
 * </ol>
 */
@ApplicationScoped
class RelayAuditor implements Runnable {
    private static final Logger LOG = Logger.getLogger(RelayAuditor.class);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(25);
    private static final int SENT_AT_ONCE = 2_000;
    private static final int SENDS_A_TURN = 10;
    private static final int COUNTED_AT_MOST = 10_000;

    private final Database database;
    private final AuditStore store;
    private final RelayAlarm alarm;
    private final String bootstrap;
    private final Duration every;
    private final Duration alarmAfter;
    private final UUID me = UUID.randomUUID();
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread = new Thread(this, "relay-audit");
    private volatile TopicReader reader;
    private Audit audit;
    private long topicsFrom;
    private long slotMissingSince;
    private boolean failing;

    RelayAuditor(
            Database database,
            AuditStore store,
            RelayAlarm alarm,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrap,
            @ConfigProperty(name = "leadloop.relay.audit-every", defaultValue = "PT10S") Duration every,
            @ConfigProperty(name = "leadloop.relay.alarm-after", defaultValue = "PT60S") Duration alarmAfter) {
        this.database = database;
        this.store = store;
        this.alarm = alarm;
        this.bootstrap = bootstrap;
        this.every = every;
        this.alarmAfter = alarmAfter;
    }

    void onStart(@Observes StartupEvent start) {
        thread.setDaemon(true);
        thread.start();
    }

    void onStop(@Observes ShutdownEvent shutdown) throws InterruptedException {
        stop.countDown();
        TopicReader reading = reader;
        if (reading != null) {
            reading.wakeup();
        }
        thread.join(Duration.ofSeconds(3));
    }

    @Override
    public void run() {
        try {
            while (!stop.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
                turnOrWarn();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } finally {
            forget();
        }
    }

    private void turnOrWarn() {
        try {
            Optional<Verified> claimed = ask(tx -> store.claim(tx, me));
            if (claimed.isPresent()) {
                turn(claimed.get());
            } else {
                forget();
                alarm.found(Found.NOTHING);
            }
        } catch (RuntimeException failure) {
            if (stop.getCount() == 0) {
                return;
            }
            if (!Failures.isOperational(failure)) {
                LOG.error("The relay cannot be audited; trying again", failure);
                forget();
            } else if (!failing) {
                LOG.warnf("The relay cannot be audited without the database: %s", failure.getMessage());
            }
            failing = true;
        }
    }

    private void turn(Verified stored) {
        if (audit == null) {
            audit = new Audit(stored);
            topicsFrom = stored.watermark();
        }
        Slot slot = ask(store::slot);
        audit.at(ask(store::running).oldest());
        boolean readToEnd = read();
        if (audit == null) {
            return;
        }
        audit.settle(this::page);
        topicsFrom = Math.max(audit.watermark(), topicsFrom);
        if (readToEnd) {
            sendAgain(slot.before());
        }
        ask(tx -> store.save(tx, me, audit.verified()));
        alarm.found(look(slot));
        if (!audit.isComplete()) {
            forget();
        }
    }

    /** @return whether all that lay on Kafka is known now */
    private boolean read() {
        try {
            if (reader == null) {
                reader = new TopicReader(bootstrap);
            }
            Running before = ask(store::running);
            List<String> topics = ask(tx -> store.topics(tx, topicsFrom));
            boolean allExist = reader.follow(topics, audit.verified().positions());
            topicsFrom = before.oldest();
            Map<TopicPartition, Long> ends = reader.ends();
            audit.checkpoint(reader.positions(ends), ask(store::running).next());
            reader.readTo(ends, id -> audit.saw(id, this::page));
            audit.at(ask(store::running).oldest());
            failing = false;
            return allExist;
        } catch (Wiped wiped) {
            LOG.warn(
                    "Topics were made anew or lost their end: everything in the outbox is looked for from their start");
            ask(tx -> store.save(tx, me, new Verified(0, Positions.NONE)));
            forget();
            return false;
        } catch (KafkaException unreachable) {
            if (!failing && stop.getCount() > 0) {
                LOG.warnf("The relay cannot be audited without Kafka: %s", unreachable.getMessage());
            }
            failing = true;
            readAnew();
            return false;
        }
    }

    /**
     * A reader's connections fail one after the other, each by a time-out of its own; a new reader has none that are dead. What
     * it will read again is judged by what was verified, so rows that stay unknown go on being counted meanwhile.
     */
    private void readAnew() {
        Verified verified = audit.verified();
        forget();
        audit = new Audit(verified);
        audit.at(ask(store::running).oldest());
        topicsFrom = verified.watermark();
    }

    private void sendAgain(long passed) {
        for (int i = 0; i < SENDS_A_TURN && audit.watermark() < passed; i++) {
            List<Row> missing = audit.unseen(this::page, passed, SENT_AT_ONCE);
            if (missing.isEmpty()) {
                return;
            }
            int sent =
                    ask(tx -> store.sendAgain(tx, missing.stream().map(Row::id).toList(), passed));
            alarm.sentAgain(sent, missing.getFirst().ageSeconds());
            if (missing.size() < SENT_AT_ONCE) {
                return;
            }
        }
    }

    private Found look(Slot slot) {
        long now = System.nanoTime();
        slotMissingSince = slot.exists() ? now : slotMissingSince == 0 ? now : slotMissingSince;
        boolean slotMissing = Duration.ofNanos(now - slotMissingSince).compareTo(alarmAfter) > 0;
        long limit = alarmAfter.toSeconds();
        long oldest = audit.oldestUnseen().map(Row::ageSeconds).orElse(0L);
        if (oldest <= limit) {
            return new Found(0, 0, slotMissing);
        }
        List<Row> late = audit.unseen(this::page, Long.MAX_VALUE, COUNTED_AT_MOST).stream()
                .filter(row -> row.ageSeconds() > limit)
                .toList();
        return new Found(
                late.size(), late.stream().mapToLong(Row::ageSeconds).max().orElse(0), slotMissing);
    }

    private List<Row> page(Row after, long before, int limit) {
        return ask(tx -> store.rows(tx, after, before, limit));
    }

    private <T> T ask(Function<Mutiny.StatelessSession, Uni<T>> question) {
        return database.transaction(question).await().atMost(ANSWER_WITHIN);
    }

    private void forget() {
        audit = null;
        TopicReader open = reader;
        reader = null;
        if (open != null) {
            open.close();
        }
    }
}
