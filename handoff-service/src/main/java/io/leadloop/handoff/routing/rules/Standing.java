package io.leadloop.handoff.routing.rules;

/**
 * A rep's account in the running period, by which the next lead goes to who has had least.
 *
 * @param offers leads that he was offered in the period, however the offers ended
 * @param credit leads that count as if he had been offered them: what the others had while he was not there
 * @param present whether he was there when the pool was last asked; who comes (back) gets his credit then
 */
public record Standing(long offers, long credit, boolean present) {

    /** Of a rep who was not considered in this period yet. */
    public static final Standing NONE = new Standing(0, 0, false);

    long load() {
        return offers + credit;
    }

    Standing served() {
        return new Standing(offers + 1, credit, present);
    }

    Standing gone() {
        return new Standing(offers, credit, false);
    }

    /** He is there (again) and starts no lower than at {@code load}, so that he is not flooded to catch up. */
    Standing arrived(long load) {
        return new Standing(offers, Math.max(credit, load - offers), true);
    }
}
