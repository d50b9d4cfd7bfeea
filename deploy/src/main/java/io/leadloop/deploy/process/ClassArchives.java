package io.leadloop.deploy.process;

import io.leadloop.deploy.settings.Layout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * For each program the classes that it needs, in the form in which the JVM maps them into memory: reading and checking them
 * jar by jar is a good part of the work of a start. A training run makes them; they lie beside what was built and serve every
 * installation.
 *
 * <p>The JVM compares its own version and the size and time of every jar with those of the training and goes without an
 * archive that does not fit, so nothing here has to be right for a start to succeed.
 */
public final class ClassArchives {
    private final Path folder;
    private final boolean training;

    private ClassArchives(Path folder, boolean training) {
        this.folder = folder;
        this.training = training;
    }

    /** What the last training left. */
    public static ClassArchives of(Layout layout) {
        return new ClassArchives(folder(layout), false);
    }

    /** Programs started with these write what they used when they end. */
    public static ClassArchives inTraining(Layout layout) {
        return new ClassArchives(folder(layout), true);
    }

    /** JVM options for a program; none when there is nothing to use. */
    public List<String> options(String program) {
        if (training) {
            return quietly("-XX:ArchiveClassesAtExit=" + draft(program));
        }
        return existing(program);
    }

    /** The same, and none in a training. */
    List<String> existing(String program) {
        return Files.exists(file(program)) ? quietly("-XX:SharedArchiveFile=" + file(program)) : List.of();
    }

    /** Puts what a program wrote at its end in its place, whole or not at all; false when it wrote nothing. */
    public boolean keep(String program) {
        if (!Files.exists(draft(program))) {
            return false;
        }
        try {
            Path kept = Files.move(draft(program), file(program), StandardCopyOption.ATOMIC_MOVE);
            return Files.exists(kept);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Before a training: nothing of what was built before. */
    public void clear() {
        Folders.delete(folder);
        try {
            Path made = Files.createDirectories(folder);
            assert Files.exists(made);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An archive that does not fit is no news; newer JVMs tell of it under another name. */
    private static List<String> quietly(String archive) {
        List<String> options =
                new ArrayList<>(List.of(archive, "-Xshare:auto", "-Xlog:cds*=off", "-Xlog:class+path=off"));
        if (Runtime.version().feature() >= 24) {
            options.add("-Xlog:aot*=off");
        }
        return options;
    }

    private Path file(String program) {
        return folder.resolve(program + ".jsa");
    }

    private Path draft(String program) {
        return folder.resolve(program + ".jsa.new");
    }

    private static Path folder(Layout layout) {
        return layout.home().resolve("deploy/target/class-archives");
    }
}
