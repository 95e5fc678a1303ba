package board;

import java.util.List;
import java.util.OptionalInt;

/** Adds up what players win, and tells who leads. Any process may use it. */
public interface Leaderboard {

    /**
     * Adds points to a player's total, which begins with nothing. Blocks until that is done.
     *
     * @return the player's total
     * @throws NullPointerException in the process that asks, if there is no player
     * @throws IllegalArgumentException in the process that asks, if the points are not positive
     */
    long score(String player, long points);

    /**
     * Returns the best players, the best first; of those who have equally many points, the first in
     * the alphabet. Waits for no process.
     *
     * @param count how many players, at most
     */
    List<Standing> top(int count);

    /**
     * Returns a player's rank, which is 1 if no other has more points; nothing if the player has
     * none. Players with equally many points have the same rank. Waits for no process.
     */
    OptionalInt rank(String player);
}
