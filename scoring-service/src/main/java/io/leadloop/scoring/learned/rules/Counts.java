package io.leadloop.scoring.learned.rules;

/** How many outcomes are known of leads that were qualified. */
public record Counts(int won, int lost) {
    /** So many of each it takes. */
    public static final int NEEDED = 50;

    public int missingWon() {
        return Math.max(0, NEEDED - won);
    }

    public int missingLost() {
        return Math.max(0, NEEDED - lost);
    }

    public boolean areEnough() {
        return won >= NEEDED && lost >= NEEDED;
    }

    /** A tenth more or less of either, and at least ten, is worth learning again. */
    public boolean areNewsSince(Counts before) {
        return isNews(won, before.won) || isNews(lost, before.lost);
    }

    private static boolean isNews(int now, int before) {
        return Math.abs(now - before) >= Math.max(10, before / 10);
    }
}
