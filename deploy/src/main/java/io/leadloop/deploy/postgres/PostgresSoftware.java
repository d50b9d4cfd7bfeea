package io.leadloop.deploy.postgres;

import io.leadloop.deploy.LauncherException;
import io.leadloop.deploy.process.Folders;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The unpacked programs. PostgreSQL refuses to be root; a root user (containers, CI) starts it in a user namespace in which
 * root is nobody.
 */
final class PostgresSoftware {
    private static final Set<PosixFilePermission> EXECUTABLE = PosixFilePermissions.fromString("rwxr-xr-x");
    private static final Set<PosixFilePermission> READABLE = PosixFilePermissions.fromString("rw-r--r--");

    private final Path folder;

    PostgresSoftware(Path folder) {
        this.folder = folder;
    }

    /** The whole folder or none: it is unpacked beside its place and then moved. */
    void unpackOnce() {
        if (Files.exists(folder)) {
            return;
        }
        Path draft = folder.resolveSibling(folder.getFileName() + ".new");
        Folders.delete(draft);
        String resource = "postgres-%s-%s.txz".formatted(system(), architecture());
        try (InputStream packed = PostgresSoftware.class.getResourceAsStream("/" + resource)) {
            if (packed == null) {
                throw new LauncherException("There is no " + resource + " on the class path. "
                        + "Leadloop runs on Linux and macOS, on x86-64 and ARM; build it on the machine that runs it.");
            }
            unpack(packed, Files.createDirectories(draft));
            Path moved = Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
            assert Files.exists(moved);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot unpack PostgreSQL to " + folder, e);
        }
    }

    List<String> command(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(folder.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private static void unpack(InputStream packed, Path to) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = to.resolve(entry.getName()).normalize();
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(tar, target);
                    Files.setPosixFilePermissions(target, (entry.getMode() & 0100) == 0 ? READABLE : EXECUTABLE);
                }
            }
        }
    }

    private static String system() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
    }

    private static String architecture() {
        return switch (System.getProperty("os.arch")) {
            case "aarch64", "arm64" -> "arm_64";
            default -> "x86_64";
        };
    }
}
