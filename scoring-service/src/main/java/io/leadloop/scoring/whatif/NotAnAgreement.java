package io.leadloop.scoring.whatif;

import io.leadloop.agreement.Problem;
import java.util.List;

/**
 * The refusal of a text that is no agreement: a problem of RFC 9457 with all that is wrong with it.
 *
 * @param problems in the order of the text, each with what to do
 */
public record NotAnAgreement(
        String type, String title, int status, String detail, String instance, List<Problem> problems) {

    static NotAnAgreement of(List<Problem> problems) {
        String more = problems.size() == 1 ? "" : " (and " + (problems.size() - 1) + " more)";
        return new NotAnAgreement(
                "https://leadloop.io/problems/not-an-agreement",
                "The text is not an agreement",
                422,
                problems.getFirst() + more,
                "/v1/what-if",
                problems);
    }

    /** On its way to the client: an answer, not a defect. */
    static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient NotAnAgreement answer;

        Refusal(List<Problem> problems) {
            super(null, null, false, false);
            this.answer = NotAnAgreement.of(problems);
        }

        NotAnAgreement answer() {
            return answer;
        }
    }
}
