package io.leadloop.sla.agreement;

import io.leadloop.agreement.Agreement;
import io.leadloop.agreement.AgreementReading;
import io.leadloop.agreement.DefaultAgreement;
import io.leadloop.agreement.rules.ExampleRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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

    /** Fails with all that is wrong with the text, or with the examples that it breaks. */
    Agreement read(Instant now) {
        return switch (Agreement.read(file.map(FirstAgreementText::content).orElseGet(DefaultAgreement::text))) {
            case AgreementReading.Valid valid -> {
                refuse(ExampleRules.broken(valid.agreement(), now));
                yield valid.agreement();
            }
            case AgreementReading.Invalid invalid -> {
                refuse(invalid.problems());
                throw new IllegalStateException("A text without problems is an agreement");
            }
        };
    }

    private void refuse(List<?> reasons) {
        if (!reasons.isEmpty()) {
            throw new CannotBeSigned(origin() + " cannot be signed:\n"
                    + reasons.stream().map(Object::toString).collect(Collectors.joining("\n")));
        }
    }

    private String origin() {
        return file.map(path -> path + " (leadloop.agreement.file)").orElse("The shipped agreement");
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new CannotBeSigned("leadloop.agreement.file names " + file + ", which cannot be read", unreadable);
        }
    }

    /** Trying again does not help: somebody has to mend the text. */
    static final class CannotBeSigned extends RuntimeException {
        private static final long serialVersionUID = 1L;

        CannotBeSigned(String message) {
            super(message);
        }

        CannotBeSigned(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
