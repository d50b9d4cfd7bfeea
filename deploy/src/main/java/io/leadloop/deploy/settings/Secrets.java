package io.leadloop.deploy.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;

/** Passwords and keys of this installation: made at first use, one file each, readable by their owner only. */
public final class Secrets {
    private final Path directory;

    public Secrets(Path directory) {
        this.directory = directory;
    }

    public Path directory() {
        return directory;
    }

    public String password(String name) {
        return kept(name, () -> {
            byte[] bytes = new byte[24];
            new SecureRandom().nextBytes(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        });
    }

    /** The secret of that name; made once, and complete or absent whatever happens meanwhile. */
    public synchronized String kept(String name, Supplier<String> maker) {
        Path file = directory.resolve(name);
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(
                        directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
                Path draft = Files.createTempFile(
                        directory,
                        name,
                        ".new",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(draft, maker.get(), StandardOpenOption.TRUNCATE_EXISTING);
                Path made = Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
                return Files.readString(made);
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path file(String name) {
        return directory.resolve(name);
    }
}
