package io.leadloop.agreement;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The agreement that a fresh installation starts with, so that the first lead already goes the whole way. */
public final class DefaultAgreement {

    private DefaultAgreement() {}

    /** The YAML text, with its comments. */
    public static String text() {
        return resource("default-agreement.yaml");
    }

    static String resource(String name) {
        try (InputStream in = DefaultAgreement.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The module's own file is missing: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
