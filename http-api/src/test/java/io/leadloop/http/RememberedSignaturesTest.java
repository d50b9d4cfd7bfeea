package io.leadloop.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.StartupEvent;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.List;
import java.util.stream.IntStream;
import org.jose4j.jca.ProviderContext;
import org.jose4j.jwa.AlgorithmFactoryFactory;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RememberedSignaturesTest {
    private static final byte[] CONTENT = "what was signed".getBytes(StandardCharsets.UTF_8);

    private static KeyPair keys;
    private static KeyPair others;
    private static byte[] signature;

    private final RememberedSignatures signatures = new RememberedSignatures();
    private final Computed computed = new Computed();

    /** Counts how often a signature is computed, since each time somebody asks which provider is to do it. */
    private static final class Computed extends ProviderContext {
        private int times;

        @Override
        public Context getSuppliedKeyProviderContext() {
            times++;
            return super.getSuppliedKeyProviderContext();
        }
    }

    @BeforeAll
    static void sign() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        keys = generator.generateKeyPair();
        others = generator.generateKeyPair();
        signature = signed(CONTENT);
    }

    private static byte[] signed(byte[] content) throws GeneralSecurityException {
        Signature signing = Signature.getInstance("SHA256withRSA");
        signing.initSign(keys.getPrivate());
        signing.update(content);
        return signing.sign();
    }

    @Test
    void a_good_signature_is_computed_once() throws JoseException {
        assertThat(isGood(signature, keys, CONTENT)).isTrue();
        assertThat(isGood(signature, keys, CONTENT)).isTrue();

        assertThat(computed.times).isEqualTo(1);
    }

    @Test
    void so_many_are_remembered_and_the_one_that_was_used_longest_ago_is_not()
            throws GeneralSecurityException, JoseException {
        // Given a good one, and as many others as there is room for
        assertThat(isGood(signature, keys, CONTENT)).isTrue();
        List<byte[]> contents = IntStream.range(0, RememberedSignatures.KEPT)
                .mapToObj(i -> Integer.toString(i).getBytes(StandardCharsets.UTF_8))
                .toList();
        for (byte[] content : contents) {
            assertThat(isGood(signed(content), keys, content)).isTrue();
        }
        computed.times = 0;

        // When, then
        assertThat(isGood(signed(contents.getLast()), keys, contents.getLast())).isTrue();
        assertThat(computed.times).isZero();
        assertThat(isGood(signature, keys, CONTENT)).isTrue();
        assertThat(computed.times).isEqualTo(1);
    }

    @Test
    void tokens_are_judged_by_it() throws JoseException {
        RememberedSignatures.register(new StartupEvent());

        assertThat(AlgorithmFactoryFactory.getInstance()
                        .getJwsAlgorithmFactory()
                        .getAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256))
                .isInstanceOf(RememberedSignatures.class);
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
    void a_bad_signature_stays_bad_and_is_computed_each_time() throws JoseException {
        assertThat(isGood(signature, others, CONTENT)).isFalse();
        assertThat(isGood(signature, others, CONTENT)).isFalse();

        assertThat(computed.times).isEqualTo(2);
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
        return signatures.verifySignature(signed, by.getPublic(), content, computed);
    }

    private static byte[] changed(byte[] bytes) {
        byte[] changed = bytes.clone();
        changed[changed.length / 2]++;
        return changed;
    }
}
