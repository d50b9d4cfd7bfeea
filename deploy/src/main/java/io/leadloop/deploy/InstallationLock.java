package io.leadloop.deploy;

import io.leadloop.deploy.process.Wait;
import io.leadloop.deploy.settings.Layout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One launcher at a time changes an installation. The system frees the lock when its holder dies. */
final class InstallationLock {
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);

    private final FileChannel channel;

    private InstallationLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Waits a little: the supervisor holds it for as long as it takes to start one process. */
    static InstallationLock take(Layout layout, Duration patience) {
        Instant end = Instant.now().plus(patience);
        while (true) {
            Optional<InstallationLock> lock = tryToTake(layout);
            if (lock.isPresent()) {
                return lock.get();
            }
            if (Instant.now().isAfter(end)) {
                throw new LauncherException(
                        "Another ./leadloop is starting or stopping " + layout.root() + ". Wait until it is done.");
            }
            Wait.pause(BETWEEN_TRIES, "another ./leadloop was at work");
        }
    }

    static Optional<InstallationLock> tryToTake(Layout layout) {
        try {
            Path file = Files.createDirectories(layout.root()).resolve("lock");
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                return Optional.empty();
            }
            return Optional.of(new InstallationLock(channel));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException heldByThisProgram) {
            return false;
        }
    }

    void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
