package io.leadloop.systemtests.faults.judge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * What the world outside knows: calls that were acknowledged, written only after a 2xx was read to its end, and calls of
 * which nobody can say whether they counted. In files of the test's own, so that no part of the system vouches for itself.
 */
public final class Ledger {
    private final Path acknowledged;
    private final Path unknown;

    private Ledger(Path acknowledged, Path unknown) {
        this.acknowledged = acknowledged;
        this.unknown = unknown;
    }

    /** Empty files in this folder. */
    public static Ledger fresh(Path folder) {
        try {
            Path home = Files.createDirectories(folder);
            return new Ledger(
                    Files.writeString(home.resolve("acknowledged.jsonl"), ""),
                    Files.writeString(home.resolve("unknown.jsonl"), ""));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    public void acknowledged(Entry entry) {
        append(acknowledged, entry);
    }

    public void unknown(Entry entry) {
        append(unknown, entry);
    }

    public List<Entry> acknowledged() {
        return read(acknowledged);
    }

    public List<Entry> unknown() {
        return read(unknown);
    }

    private synchronized void append(Path file, Entry entry) {
        try {
            Path written = Files.writeString(file, entry.line() + "\n", StandardOpenOption.APPEND);
            assert written.equals(file);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static List<Entry> read(Path file) {
        try {
            return Files.readAllLines(file).stream().map(Entry::read).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
