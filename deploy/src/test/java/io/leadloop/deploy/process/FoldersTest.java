package io.leadloop.deploy.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {
    @TempDir
    private Path directory;

    @Test
    void a_copy_follows_its_original() throws Exception {
        // Given
        Path original = Files.createDirectories(directory.resolve("built/lib")).getParent();
        Path copy = directory.resolve("run");
        Files.writeString(original.resolve("lib/old.jar"), "old");
        Folders.mirror(original, copy);

        // When
        Files.delete(original.resolve("lib/old.jar"));
        Files.writeString(original.resolve("lib/new.jar"), "new");
        Folders.mirror(original, copy);

        // Then
        assertThat(copy.resolve("lib/new.jar")).hasContent("new");
        assertThat(copy.resolve("lib/old.jar")).doesNotExist();
    }

    @Test
    void an_unchanged_original_is_not_copied_again() throws Exception {
        // Given
        Path original = Files.createDirectories(directory.resolve("built"));
        Path copy = directory.resolve("run");
        Files.writeString(original.resolve("a.jar"), "a");
        Folders.mirror(original, copy);

        // When
        Files.writeString(copy.resolve("made-at-run-time"), "x");
        Folders.mirror(original, copy);

        // Then
        assertThat(copy.resolve("made-at-run-time")).exists();
    }

    @Test
    void a_released_library_is_the_same_file_and_what_a_build_writes_again_is_not() throws Exception {
        // Given
        Path original = Files.createDirectories(directory.resolve("lib/built/lib/main"))
                .getParent()
                .getParent();
        Path copy = directory.resolve("run");
        for (String file : List.of("lib/main/kafka-clients-4.1.0.jar", "lib/main/ours-1.0-SNAPSHOT.jar", "run.jar")) {
            Files.writeString(original.resolve(file), "before");
        }

        // When
        Folders.mirror(original, copy);
        try (Stream<Path> files = Files.walk(original)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.writeString(file, "after");
            }
        }

        // Then
        assertThat(copy.resolve("lib/main/kafka-clients-4.1.0.jar")).hasContent("after");
        assertThat(copy.resolve("lib/main/ours-1.0-SNAPSHOT.jar")).hasContent("before");
        assertThat(copy.resolve("run.jar")).hasContent("before");
    }
}
