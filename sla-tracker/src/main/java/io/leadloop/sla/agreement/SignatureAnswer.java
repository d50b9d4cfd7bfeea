package io.leadloop.sla.agreement;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.leadloop.events.AgreementEvent.AgreementSigned;
import io.leadloop.sla.agreement.DraftAnswer.DraftSigned;
import java.time.Instant;
import java.util.List;

/**
 * What a signature led to.
 *
 * @param state {@code waiting} for the other side, or {@code signed} by both
 * @param inForceFrom absent while it waits
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SignatureAnswer(
        int version, String state, String sha256, List<DraftSigned> signatures, Instant inForceFrom) {

    static SignatureAnswer waiting(Draft draft) {
        return new SignatureAnswer(
                draft.version(),
                "waiting",
                draft.sha256(),
                draft.signatures().stream().map(DraftSigned::of).toList(),
                null);
    }

    static SignatureAnswer agreed(AgreementSigned signed) {
        return new SignatureAnswer(
                signed.version(),
                "signed",
                signed.sha256(),
                signed.signatures().stream()
                        .map(one -> new DraftSigned(one.party(), one.by(), one.at(), null))
                        .toList(),
                signed.inForceFrom());
    }
}
