package io.leadloop.reporting.web;

import java.util.List;

/**
 * The agreement's page.
 *
 * @param note why there is nothing to see; empty if there is
 * @param current null if it is not known
 * @param draft null if there is none
 * @param script address of what sends what buttons say
 */
public record AgreementView(
        String note, String zone, InForce current, Draft draft, List<Version> versions, String script) {

    public record InForce(int version, Moment from, List<Signed> signatures, String text) {}

    /** @param forTime from when, or empty: as soon as both have signed */
    public record Signed(String party, String by, Moment at, String forTime) {}

    /**
     * @param broken one sentence for each example that does not come out
     * @param missing whose signature is missing
     * @param commands what to type to sign, one for each side that has not; none while an example breaks
     * @param signings the same as buttons, for the sides that the reader may sign for
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
            List<Signing> signings,
            String text) {}

    /**
     * A button.
     *
     * @param post where it goes
     * @param sha256 of the text that the reader has before them
     */
    public record Signing(String party, String post, String sha256) {}

    /** @param mark to come, in force or replaced */
    public record Version(int version, String mark, Moment from, List<Signed> signatures) {}
}
