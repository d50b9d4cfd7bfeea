package io.leadloop.deploy.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.leadloop.deploy.settings.Secrets;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    @TempDir
    private Path directory;

    @Test
    void what_the_services_are_given_verifies_a_token() throws Exception {
        // Given
        TokenKey key = TokenKey.keptIn(new Secrets(directory));

        // When
        String token = new Tokens(key).sign(Role.SALES, Map.of(), NOW, Duration.ofHours(1));

        // Then
        assertThat(verifies(token, key.publicKeyBase64())).isTrue();
        assertThat(verifies(token.replace("eyJ", "eyK"), key.publicKeyBase64())).isFalse();
    }

    @Test
    void another_installation_does_not_accept_it() throws Exception {
        // Given
        TokenKey here = TokenKey.keptIn(new Secrets(directory.resolve("here")));
        TokenKey there = TokenKey.keptIn(new Secrets(directory.resolve("there")));

        // When
        String token = new Tokens(here).sign(Role.SALES, Map.of(), NOW, Duration.ofHours(1));

        // Then
        assertThat(verifies(token, there.publicKeyBase64())).isFalse();
    }

    @Test
    void it_says_who_the_bearer_is_and_until_when_it_holds() throws Exception {
        // Given
        TokenKey key = TokenKey.keptIn(new Secrets(directory));

        // When
        String token = new Tokens(key)
                .sign(Role.SALES, Map.of("repId", "rep-1", "teamId", "team-1"), NOW, Duration.ofHours(1));

        // Then
        JsonNode claims = new JsonMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
        assertThat(claims.get("iss").asText()).isEqualTo("https://leadloop.local");
        assertThat(claims.get("aud").asText()).isEqualTo("leadloop");
        assertThat(claims.get("groups").toString()).isEqualTo("[\"sales\"]");
        assertThat(claims.get("repId").asText()).isEqualTo("rep-1");
        assertThat(claims.get("teamId").asText()).isEqualTo("team-1");
        assertThat(Instant.ofEpochSecond(claims.get("exp").asLong())).isEqualTo("2026-03-02T11:00:00Z");
    }

    @Test
    void the_key_stays_the_same() {
        assertThat(TokenKey.keptIn(new Secrets(directory)).publicKeyBase64())
                .isEqualTo(TokenKey.keptIn(new Secrets(directory)).publicKeyBase64());
    }

    private static boolean verifies(String token, String publicKey) throws Exception {
        PublicKey key = KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey)));
        int dot = token.lastIndexOf('.');
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(key);
        signature.update(token.substring(0, dot).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(Base64.getUrlDecoder().decode(token.substring(dot + 1)));
    }
}
