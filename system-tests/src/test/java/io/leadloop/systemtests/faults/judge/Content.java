package io.leadloop.systemtests.faults.judge;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** What a person said, as a hash: the same for the post as it was sent and for the event that tells of it. */
public final class Content {
    private static final List<String> SAID = List.of(
            "email", "firstName", "lastName", "company", "jobTitle", "country", "industry", "employees", "message");

    private Content() {}

    /** @param said a post's body, or the profile in an event */
    public static String hash(JsonNode said) {
        StringBuilder text = new StringBuilder();
        SAID.forEach(field -> text.append(said.path(field).asText()).append('\n'));
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
