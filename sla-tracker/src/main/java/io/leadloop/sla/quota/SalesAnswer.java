package io.leadloop.sla.quota;

/**
 * What Sales made of the hand-offs that were offered in a month: of all, of a team, or of a rep.
 *
 * @param part {@code all}, {@code team} or {@code rep}
 * @param open not answered yet; they are left out of the share
 * @param acceptedInTime before the time that was promised for the answer
 * @param shareInTime of those that are not open any more, 0 to 1; absent if there are none
 * @param attempted accepted ones with at least one attempt to reach the lead
 * @param shareAttempted of the accepted ones, 0 to 1; absent if there are none
 * @param attempts all together
 */
public record SalesAnswer(
        String month,
        String part,
        String teamId,
        String repId,
        int offered,
        int open,
        int accepted,
        int acceptedInTime,
        Double shareInTime,
        int rejected,
        int attempted,
        Double shareAttempted,
        int attempts) {

    static Double share(int part, int whole) {
        return whole == 0 ? null : Math.round(1_000.0 * part / whole) / 1_000.0;
    }
}
