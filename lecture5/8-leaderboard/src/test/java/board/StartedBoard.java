package board;

import static otp.Processes.monitor;
import static otp.Processes.receive;
import static otp.Processes.self;
import static otp.Processes.send;
import static otp.Processes.spawn;

import otp.Down;
import otp.Monitor;
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
        Outcome outcome = outcome(monitor(starter));
        if (outcome.failure() != null) {
            throw outcome.failure();
        }
        return new StartedBoard(outcome.board(), starter);
    }

    /** Waits for what comes of the start; one that ends the process that starts is none. */
    private static Outcome outcome(Monitor starter) {
        return switch (receive(Object.class, message -> isOutcome(message, starter))) {
            case Outcome outcome -> outcome;
            case Object end -> throw new AssertionError("no board has been started: " + end);
        };
    }

    private static boolean isOutcome(Object message, Monitor starter) {
        return message instanceof Outcome
                || message instanceof Down down && down.monitor() == starter;
    }

    private static Outcome start(String name) {
        try {
            return new Outcome(Leaderboards.startLink(name), null);
        } catch (RuntimeException failure) {
            return new Outcome(null, failure);
        }
    }
}
