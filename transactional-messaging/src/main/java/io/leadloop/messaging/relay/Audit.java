package io.leadloop.messaging.relay;

import io.leadloop.messaging.relay.AuditStore.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What one auditor knows: how far everything was seen, what was seen beyond, and the place to resume from. All of it are facts
 * about the past that stay true, so an auditor that pauses may go on with what it knew.
 *
 * <p>A checkpoint is a place on the topics that was their end before a transaction id was given out: records of that
 * transaction and all later ones lie behind it. It is stored once everything older is verified.
 */
final class Audit {
    private static final int PAGE = 5_000;
    private static final long ANY = Long.MAX_VALUE;

    /** Reads a part of the outbox, in order. */
    @FunctionalInterface
    interface Rows {
        List<Row> page(Row after, long beforeTransaction, int limit);
    }

    private record Checkpoint(long next, Positions positions) {}

    private final SeenIds seen = new SeenIds();
    private long watermark;
    private long oldestRunning;
    private Positions resumeFrom;
    private Optional<Checkpoint> pending = Optional.empty();
    private Optional<Row> oldestUnseen = Optional.empty();

    Audit(AuditStore.Verified stored) {
        this.watermark = stored.watermark();
        this.resumeFrom = stored.positions();
    }

    AuditStore.Verified verified() {
        return new AuditStore.Verified(watermark, resumeFrom);
    }

    /** The oldest row that was not seen when {@link #settle} looked last. */
    Optional<Row> oldestUnseen() {
        return oldestUnseen;
    }

    boolean isComplete() {
        return seen.isComplete();
    }

    /** @param oldestRunning at this moment: all rows of older transactions can be read */
    void at(long oldestRunning) {
        this.oldestRunning = oldestRunning;
    }

    void saw(UUID id, Rows rows) {
        seen.add(id);
        if (seen.isFull()) {
            settle(rows);
            if (!seen.isHalfEmpty()) {
                narrow(rows);
            }
        }
    }

    /** Moves the watermark over everything that was seen, up to the oldest transaction that runs. */
    void settle(Rows rows) {
        long end = Math.min(oldestRunning, seen.knownBefore());
        oldestUnseen = Optional.empty();
        Row last = start();
        List<Row> passed = new ArrayList<>();
        List<Row> page;
        do {
            page = rows.page(last, end, PAGE);
            for (Row row : page) {
                if (!seen.has(row.id())) {
                    oldestUnseen = Optional.of(row);
                    advance(row.transaction(), passed);
                    return;
                }
                passed.add(row);
                last = row;
            }
            advance(last.transaction(), passed);
        } while (page.size() == PAGE);
        advance(end, passed);
    }

    private void advance(long transaction, List<Row> passed) {
        watermark = Math.max(watermark, transaction);
        passed.removeIf(row -> {
            boolean settled = row.transaction() < watermark;
            if (settled) {
                seen.remove(row.id());
            }
            return settled;
        });
        pending.filter(checkpoint -> watermark >= checkpoint.next()).ifPresent(checkpoint -> {
            resumeFrom = checkpoint.positions();
            pending = Optional.empty();
        });
    }

    /** Rows of transactions before this one that were not seen, in order. Everything on Kafka must have been read. */
    List<Row> unseen(Rows rows, long before, int limit) {
        long end = Math.min(before, seen.knownBefore());
        List<Row> unseen = new ArrayList<>();
        Row last = start();
        while (true) {
            List<Row> page = rows.page(last, end, PAGE);
            for (Row row : page) {
                if (!seen.has(row.id())) {
                    unseen.add(row);
                    if (unseen.size() == limit) {
                        return unseen;
                    }
                }
            }
            if (page.size() < PAGE) {
                return unseen;
            }
            last = page.getLast();
        }
    }

    long watermark() {
        return watermark;
    }

    /**
     * Offers a place to resume from.
     *
     * @param positions ends of the topics
     * @param next the first transaction that had not begun after they were looked up
     */
    void checkpoint(Positions positions, long next) {
        if (pending.isEmpty()) {
            pending = Optional.of(new Checkpoint(next, positions));
        }
    }

    /** Keeps what can be judged: the ids of the next rows. The others are of rows behind them, or of rows that are gone. */
    private void narrow(Rows rows) {
        Set<UUID> window = new HashSet<>();
        Row last = start();
        List<Row> page;
        do {
            page = rows.page(last, ANY, PAGE);
            page.forEach(row -> window.add(row.id()));
            last = page.isEmpty() ? last : page.getLast();
        } while (page.size() == PAGE && window.size() < SeenIds.LIMIT / 2);
        seen.narrowTo(window, page.size() == PAGE ? last.transaction() : ANY);
    }

    private Row start() {
        return new Row(watermark, AuditStore.FIRST_ID, 0);
    }
}
