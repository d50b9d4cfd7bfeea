package io.leadloop.sla.agreement;

import io.leadloop.agreement.DefaultAgreement;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What an installation starts with: the file that {@code leadloop.agreement.file} names, or the shipped default. Read only
 * while no agreement was ever signed.
 */
@ApplicationScoped
class FirstAgreementText {
    private final Optional<Path> file;

    FirstAgreementText(@ConfigProperty(name = "leadloop.agreement.file") Optional<Path> file) {
        this.file = file;
    }

    String yaml() {
        return file.map(FirstAgreementText::content).orElseGet(DefaultAgreement::text);
    }

    /** For messages. */
    String origin() {
        return file.map(path -> path + " (leadloop.agreement.file)").orElse("The shipped agreement");
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    "leadloop.agreement.file names " + file + ", which cannot be read", unreadable);
        }
    }
}
