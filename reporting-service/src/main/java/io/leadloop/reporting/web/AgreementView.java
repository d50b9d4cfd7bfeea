package io.leadloop.reporting.web;

import java.util.List;

/**
 * The agreement's page.
 *
 * @param note why there is nothing to see; empty if there is
 * @param current null if it is not known
 * @param draft null if there is none
 */
public record AgreementView(String note, String zone, InForce current, Draft draft, List<Version> versions) {

    public record InForce(int version, Moment from, List<Signed> signatures, String text) {}

    /** @param forTime from when, or empty: as soon as both have signed */
    public record Signed(String party, String by, Moment at, String forTime) {}

    /**
     * @param broken one sentence for each example that does not come out
     * @param missing whose signature is missing
     * @param commands what to type to sign, one for each side that has not; none while an example breaks
     */
    public record Draft(
            int version,
            String writtenBy,
            Moment writtenAt,
            int comparedWith,
            List<String> changes,
            List<String> broken,
            List<Signed> signatures,
            List<String> missing,
            List<String> commands,
            String text) {}

    /** @param mark to come, in force or replaced */
    public record Version(int version, String mark, Moment from, List<Signed> signatures) {}
}
