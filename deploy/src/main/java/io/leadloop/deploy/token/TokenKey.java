package io.leadloop.deploy.token;

import io.leadloop.deploy.settings.Secrets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/** The installation's signing key. Only the private half is kept; it contains the public one. */
public final class TokenKey {
    private final RSAPrivateCrtKey privateKey;

    private TokenKey(RSAPrivateCrtKey privateKey) {
        this.privateKey = privateKey;
    }

    public static TokenKey keptIn(Secrets secrets) {
        String encoded = secrets.kept("token-signing-key", TokenKey::generate);
        try {
            var spec = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(encoded.strip()));
            return new TokenKey((RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(spec));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The signing key in " + secrets.file("token-signing-key") + " is damaged.", e);
        }
    }

    PrivateKey privateKey() {
        return privateKey;
    }

    public PublicKey publicKey() {
        try {
            var spec = new RSAPublicKeySpec(privateKey.getModulus(), privateKey.getPublicExponent());
            return KeyFactory.getInstance("RSA").generatePublic(spec);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Base64 of the DER form: what the services are given to verify with. */
    public String publicKeyBase64() {
        return Base64.getEncoder().encodeToString(publicKey().getEncoded());
    }

    private static String generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return Base64.getEncoder()
                    .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
