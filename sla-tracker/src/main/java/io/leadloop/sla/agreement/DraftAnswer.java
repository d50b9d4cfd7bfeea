package io.leadloop.sla.agreement;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.leadloop.agreement.diff.Change;
import io.leadloop.agreement.rules.BrokenExample;
import io.leadloop.sla.agreement.rules.DraftSignature;
import io.leadloop.sla.agreement.rules.Party;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The draft as HTTP tells it.
 *
 * @param version that it gets when both have signed
 * @param sha256 of {@code document}: what a signature names
 * @param comparedWith the version in force, which {@code changes} are from
 * @param brokenExamples as long as there is one, nobody can sign
 * @param missing whose signature is missing
 */
public record DraftAnswer(
        int version,
        String sha256,
        String writtenBy,
        Instant writtenAt,
        int comparedWith,
        List<Change> changes,
        List<Broken> brokenExamples,
        List<DraftSigned> signatures,
        List<String> missing,
        String document) {

    /** @param text the whole sentence */
    public record Broken(String example, List<BrokenExample.Mismatch> mismatches, String text) {}

    /** @param inForceFrom absent: as soon as both have signed */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DraftSigned(String party, String by, Instant at, Instant inForceFrom) {
        static DraftSigned of(DraftSignature signature) {
            return new DraftSigned(
                    signature.party().word(),
                    signature.by(),
                    signature.at(),
                    signature.inForceFrom().orElse(null));
        }
    }

    static DraftAnswer of(Draft draft, int comparedWith, List<Change> changes, List<BrokenExample> broken) {
        List<Party> signed =
                draft.signatures().stream().map(DraftSignature::party).toList();
        return new DraftAnswer(
                draft.version(),
                draft.sha256(),
                draft.writtenBy(),
                draft.writtenAt(),
                comparedWith,
                changes,
                broken.stream()
                        .map(one -> new Broken(one.example(), one.mismatches(), one.toString()))
                        .toList(),
                draft.signatures().stream().map(DraftSigned::of).toList(),
                Stream.of(Party.values())
                        .filter(party -> !signed.contains(party))
                        .map(Party::word)
                        .toList(),
                draft.text());
    }
}
