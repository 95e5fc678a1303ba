// Task 1: whatever the board is made of.
package board;

import otp.GenServer;
import otp.Name;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/** What clients use: they ask the worker for changes, and read the tables themselves. */
record Board(Name<Worker.Message> worker, Scores scores) implements Leaderboard {

    @Override
    public long score(String player, long points) {
        Objects.requireNonNull(player, "points need a player");
        if (points < 1) {
            throw new IllegalArgumentException(
                    "%d points: a player wins one at least".formatted(points));
        }
        return GenServer.call(worker, new Worker.Score(scores, player, points));
    }

    @Override
    public List<Standing> top(int count) {
        return scores.top(count);
    }

    @Override
    public OptionalInt rank(String player) {
        return scores.rank(player);
    }
}
// End of task 1.
