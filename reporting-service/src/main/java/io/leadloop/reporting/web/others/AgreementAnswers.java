package io.leadloop.reporting.web.others;

import java.time.Instant;
import java.util.List;

/** What sla-tracker says of the agreement, as far as its page shows it. Fields it does not know are ignored. */
public final class AgreementAnswers {

    private AgreementAnswers() {}

    /** @param inForceFrom absent: as soon as both have signed */
    public record Signed(String party, String by, Instant at, Instant inForceFrom) {}

    /** The one in force. */
    public record Current(int version, Instant inForceFrom, String sha256, List<Signed> signatures, String document) {
        public Current {
            signatures = List.copyOf(signatures);
        }
    }

    /** One of the list. */
    public record Version(int version, String state, Instant signedAt, Instant inForceFrom, List<Signed> signatures) {
        public Version {
            signatures = List.copyOf(signatures);
        }
    }

    record Versions(List<Version> items) {}

    public record Change(String text) {}

    public record Broken(String text) {}

    /** What the two sides are talking about. */
    public record Draft(
            int version,
            String sha256,
            String writtenBy,
            Instant writtenAt,
            int comparedWith,
            List<Change> changes,
            List<Broken> brokenExamples,
            List<Signed> signatures,
            List<String> missing,
            String document) {
        public Draft {
            changes = List.copyOf(changes);
            brokenExamples = List.copyOf(brokenExamples);
            signatures = List.copyOf(signatures);
            missing = List.copyOf(missing);
        }
    }

    /** All of it. */
    public record Papers(Part<Current> current, Part<Draft> draft, Part<List<Version>> versions) {}
}
