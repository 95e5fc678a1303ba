package board;

import static otp.Processes.receive;
import static otp.Processes.self;
import static otp.Processes.send;
import static otp.Processes.spawn;

import otp.Pid;

/**
 * A board that a process of its own has started, so that the end of one is not the end of the test.
 *
 * @param board the board
 * @param starter the process that has started it
 */
record StartedBoard(Leaderboard board, Pid<?> starter) {

    private record Outcome(Leaderboard board, RuntimeException failure) {}

    static StartedBoard of(String name) {
        Pid<Object> test = self();
        Pid<?> starter =
                spawn(() -> {
                    send(test, start(name));
                    receive();
                });
        Outcome outcome = receive(Outcome.class);
        if (outcome.failure() != null) {
            throw outcome.failure();
        }
        return new StartedBoard(outcome.board(), starter);
    }

    private static Outcome start(String name) {
        try {
            return new Outcome(Leaderboards.startLink(name), null);
        } catch (RuntimeException failure) {
            return new Outcome(null, failure);
        }
    }
}
