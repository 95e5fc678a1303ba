package board;

/** Starts leaderboards. */
public final class Leaderboards {

    private Leaderboards() {}

    /**
     * Starts a leaderboard without players, linked to the caller.
     *
     * @param name what the board is called; no two that exist at once are called the same
     */
    public static Leaderboard startLink(String name) {
        return Owner.startLink(name);
    }
}
