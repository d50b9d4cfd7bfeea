package io.leadloop.deploy.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Copies of built programs: made again only when the original has changed. Libraries of a released version, which are most
 * of a program and never change under their name, are second names of the same files where the file system has such.
 */
public final class Folders {
    private static final String LISTING = ".copied-from";
    private static final Path LIBRARIES = Path.of("lib");

    private Folders() {}

    /** Makes {@code to} an exact copy; nobody may be running from it. */
    public static void mirror(Path from, Path to) {
        try {
            String listing = listing(from);
            Path known = to.resolve(LISTING);
            if (Files.exists(known) && Files.readString(known).equals(listing)) {
                return;
            }
            delete(to);
            copy(from, to);
            Files.writeString(known, listing);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
                    Files.delete(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path name = from.relativize(file);
                Path target = to.resolve(name.toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    copyOrLink(file, target, isReleasedLibrary(name));
                }
            }
        }
    }

    private static void copyOrLink(Path file, Path target, boolean link) throws IOException {
        if (link) {
            try {
                Path made = Files.createLink(target, file);
                assert made.equals(target);
                return;
            } catch (UnsupportedOperationException | FileSystemException elsewhere) {
                Files.deleteIfExists(target);
            }
        }
        Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
    }

    /** @param name below the program's own folder, which may itself lie in one called lib */
    private static boolean isReleasedLibrary(Path name) {
        boolean inLibraries = StreamSupport.stream(name.spliterator(), false).anyMatch(LIBRARIES::equals);
        return inLibraries
                && name.toString().endsWith(".jar")
                && !name.toString().endsWith("-SNAPSHOT.jar");
    }

    private static String listing(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .map(file -> folder.relativize(file) + " " + sizeAndTime(file))
                    .collect(Collectors.joining("\n", folder + "\n", "\n"));
        }
    }

    private static String sizeAndTime(Path file) {
        try {
            return Files.size(file) + " " + Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
