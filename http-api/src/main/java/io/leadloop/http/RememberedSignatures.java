package io.leadloop.http;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import java.security.Key;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jose4j.jca.ProviderContext;
import org.jose4j.jwa.AlgorithmFactoryFactory;
import org.jose4j.jws.RsaUsingShaAlgorithm.RsaSha256;
import org.jose4j.lang.JoseException;

/**
 * RS256 that does not compute twice that a signature is good. Programs that post leads send the same token with each, and the
 * signature was an eighth of what a post costs. Whether a signature fits a key and a content never changes, so nothing is accepted
 * that would be refused otherwise: what the token says, its expiry above all, is judged each time by those who ask.
 *
 * <p>Keeps the {@value #KEPT} that were used last, some two kilobytes each.
 */
final class RememberedSignatures extends RsaSha256 {
    static final int KEPT = 1_000;

    private final Map<Good, Boolean> good = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Good, Boolean> eldest) {
            return size() > KEPT;
        }
    };

    /** Takes the place of jose4j's own RS256, which Quarkus asks for each token. */
    static void register(@Observes StartupEvent started) {
        AlgorithmFactoryFactory.getInstance().getJwsAlgorithmFactory().registerAlgorithm(new RememberedSignatures());
    }

    private record Good(byte[] signature, Key key, byte[] content) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Good(byte[] otherSignature, Key otherKey, byte[] otherContent)
                    && Arrays.equals(signature, otherSignature)
                    && Arrays.equals(content, otherContent)
                    && key.equals(otherKey);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(signature);
        }
    }

    @Override
    public boolean verifySignature(byte[] signature, Key key, byte[] content, ProviderContext providers)
            throws JoseException {
        Good asked = new Good(signature.clone(), key, content.clone());
        synchronized (good) {
            if (good.get(asked) != null) {
                return true;
            }
        }
        boolean isGood = super.verifySignature(signature, key, content, providers);
        if (isGood) {
            synchronized (good) {
                good.put(asked, true);
            }
        }
        return isGood;
    }
}
