package io.leadloop.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import org.jose4j.jca.ProviderContext;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RememberedSignaturesTest {
    private static final byte[] CONTENT = "what was signed".getBytes(StandardCharsets.UTF_8);

    private static KeyPair keys;
    private static KeyPair others;
    private static byte[] signature;

    private final RememberedSignatures signatures = new RememberedSignatures();

    @BeforeAll
    static void sign() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        keys = generator.generateKeyPair();
        others = generator.generateKeyPair();
        Signature signing = Signature.getInstance("SHA256withRSA");
        signing.initSign(keys.getPrivate());
        signing.update(CONTENT);
        signature = signing.sign();
    }

    @Test
    void a_good_signature_stays_good() throws JoseException {
        assertThat(isGood(signature, keys, CONTENT)).isTrue();
        assertThat(isGood(signature, keys, CONTENT)).isTrue();
    }

    @Test
    void what_is_remembered_is_this_signature_by_this_key_of_this_content() throws JoseException {
        // Given
        assertThat(isGood(signature, keys, CONTENT)).isTrue();

        // When, then
        assertThat(isGood(changed(signature), keys, CONTENT)).isFalse();
        assertThat(isGood(signature, others, CONTENT)).isFalse();
        assertThat(isGood(signature, keys, changed(CONTENT))).isFalse();
    }

    @Test
    void a_bad_signature_stays_bad() throws JoseException {
        assertThat(isGood(signature, others, CONTENT)).isFalse();
        assertThat(isGood(signature, others, CONTENT)).isFalse();
    }

    @Test
    void what_a_caller_does_to_his_arrays_later_changes_nothing() throws JoseException {
        // Given a content that was good once
        byte[] content = CONTENT.clone();
        assertThat(isGood(signature, keys, content)).isTrue();

        // When
        content[0]++;

        // Then
        assertThat(isGood(signature, keys, content)).isFalse();
        assertThat(isGood(signature, keys, CONTENT)).isTrue();
    }

    private boolean isGood(byte[] signed, KeyPair by, byte[] content) throws JoseException {
        return signatures.verifySignature(signed, by.getPublic(), content, new ProviderContext());
    }

    private static byte[] changed(byte[] bytes) {
        byte[] changed = bytes.clone();
        changed[changed.length / 2]++;
        return changed;
    }
}
