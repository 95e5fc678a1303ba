// Task 1: whatever the board is made of.
package board;

import static otp.Processes.receive;
import static otp.Processes.self;
import static otp.Processes.send;
import static otp.Processes.spawn;

import otp.GenServer;
import otp.Name;
import otp.Pid;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/** What clients use: they ask the worker for changes, and read the tables themselves. */
record Board(Name<Worker.Message> worker, Scores scores) implements Leaderboard {

    private record Best(List<Standing> players) {}

    @Override
    public long score(String player, long points) {
        Objects.requireNonNull(player, "points need a player");
        if (points < 1) {
            throw new IllegalArgumentException(
                    "%d points: a player wins one at least".formatted(points));
        }
        return GenServer.call(worker, new Worker.Score(player, points));
    }

    @Override
    public List<Standing> top(int count) {
        Pid<Object> client = self();
        spawn(() -> send(client, new Best(scores.top(count))));
        return receive(Best.class).players();
    }

    @Override
    public OptionalInt rank(String player) {
        return scores.rank(player);
    }
}
// End of task 1.
