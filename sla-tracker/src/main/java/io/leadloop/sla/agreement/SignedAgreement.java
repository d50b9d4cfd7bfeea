package io.leadloop.sla.agreement;

import io.leadloop.events.AgreementEvent.AgreementSigned;
import io.leadloop.events.Signature;
import java.time.Instant;
import java.util.List;

/**
 * A signed agreement as HTTP tells it.
 *
 * @param sha256 of {@code document}: what was signed
 * @param document the YAML text
 */
public record SignedAgreement(
        int version, Instant inForceFrom, String sha256, List<Signature> signatures, String document) {

    static SignedAgreement of(AgreementSigned signed) {
        return new SignedAgreement(
                signed.version(), signed.inForceFrom(), signed.sha256(), signed.signatures(), signed.document());
    }
}
