package io.leadloop.deploy.supervise;

import io.leadloop.deploy.settings.Layout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The parts that should run: what was started and has not been stopped on purpose. A part that was killed stays in it.
 * Changed only under the installation's lock.
 */
public final class Wanted {
    private final Path file;

    public Wanted(Layout layout) {
        this.file = layout.run().resolve("wanted");
    }

    public Set<String> parts() {
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream()
                            .filter(line -> !line.isBlank())
                            .collect(Collectors.toCollection(TreeSet::new))
                    : Set.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void add(Collection<String> parts) {
        Set<String> all = new TreeSet<>(parts());
        if (all.addAll(parts)) {
            write(all);
        }
    }

    public void remove(String part) {
        Set<String> all = new TreeSet<>(parts());
        if (all.remove(part)) {
            write(all);
        }
    }

    public void clear() {
        write(Set.of());
    }

    private void write(Set<String> parts) {
        try {
            Files.createDirectories(file.getParent());
            Path draft = file.resolveSibling(file.getFileName() + ".new");
            Files.write(draft, parts);
            Path kept = Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            assert Files.exists(kept);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
