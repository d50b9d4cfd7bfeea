package io.leadloop.reporting.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** An asset's address contains what is in it, so browsers may keep it for long and still see a new one at once. */
@ApplicationScoped
public class Assets {
    private static final String STYLE = "/assets/leadloop.css";

    private static final String LIVE = "/assets/live.js";

    private static final String ACT = "/assets/act.js";

    private final String style = STYLE + "?v=" + digest("META-INF/resources" + STYLE);
    private final String live = LIVE + "?v=" + digest("META-INF/resources" + LIVE);
    private final String act = ACT + "?v=" + digest("META-INF/resources" + ACT);

    public String style() {
        return style;
    }

    /** The script that sends what buttons say. */
    public String act() {
        return act;
    }

    /** The script that keeps a page up to date. */
    public String live() {
        return live;
    }

    private static String digest(String resource) {
        try (InputStream content =
                Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.readAllBytes());
            return HexFormat.of().formatHex(hash, 0, 6);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
