package io.leadloop.handoff.routing.rules;

/** One rep in the story of a routing decision, with the numbers that decided as they were before it. */
public record Considered(String repId, Verdict verdict, int weight, long offers, long credit, int open, int capacity) {

    static Considered of(Candidate candidate, Verdict verdict) {
        return new Considered(
                candidate.repId(),
                verdict,
                candidate.weight(),
                candidate.standing().offers(),
                candidate.standing().credit(),
                candidate.open(),
                candidate.capacity());
    }

    /** {@code repId: why}, as subscribers read it. */
    public String sentence() {
        return repId + ": " + verdict.sentence();
    }
}
