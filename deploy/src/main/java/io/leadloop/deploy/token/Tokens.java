package io.leadloop.deploy.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Makes bearer tokens: RS256, one role, and the claims that say which rep or team the bearer is. */
public final class Tokens {
    public static final String ISSUER = "https://leadloop.local";
    public static final String AUDIENCE = "leadloop";
    private static final JsonMapper JSON = new JsonMapper();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final TokenKey key;

    public Tokens(TokenKey key) {
        this.key = key;
    }

    /**
     * A token for one role.
     *
     * @param claims added to the token, for example {@code repId}, {@code teamId} or another {@code sub}
     */
    public String sign(Role role, Map<String, String> claims, Instant now, Duration validFor) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("iss", ISSUER);
        body.put("aud", AUDIENCE);
        body.put("sub", role.group());
        body.put("groups", List.of(role.group()));
        body.put("iat", now.getEpochSecond());
        body.put("exp", now.plus(validFor).getEpochSecond());
        body.put("jti", UUID.randomUUID().toString());
        body.putAll(claims);
        String signed = part(Map.of("alg", "RS256", "typ", "JWT")) + "." + part(body);
        return signed + "." + BASE64.encodeToString(signature(signed));
    }

    private byte[] signature(String text) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key.privateKey());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String part(Map<String, Object> content) {
        try {
            return BASE64.encodeToString(JSON.writeValueAsBytes(content));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
