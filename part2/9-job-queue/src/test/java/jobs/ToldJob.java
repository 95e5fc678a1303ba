package jobs;

import static otp.Processes.receive;
import static otp.Processes.self;
import static otp.Processes.send;

import otp.Exit;
import otp.ExitReason;
import otp.Pid;

import java.time.Duration;

/**
 * A job that tells the test when an attempt begins, and then does what the test tells it.
 *
 * @param id what the job is called
 * @param test the process of the test
 */
record ToldJob(String id, Pid<Object> test) implements Job {

    private static final Duration SOON = Duration.ofSeconds(3);

    /**
     * An attempt.
     *
     * @param id the job
     * @param process where it runs
     */
    record Begun(String id, Pid<Object> process) {

        void succeed() {
            send(process, new Succeed());
        }

        void fail() {
            send(process, new Fail());
        }

        void endWith(ExitReason reason) {
            send(process, reason);
        }
    }

    private record Succeed() {}

    private record Fail() {}

    static ToldJob called(String id) {
        return new ToldJob(id, self());
    }

    /** Waits for the next attempt of any job. */
    static Begun next() {
        return receive(Begun.class, SOON)
                .orElseThrow(() -> new AssertionError("no attempt has begun within three seconds"));
    }

    /** Tells whether an attempt has begun that the test has not heard of. */
    static boolean hasBegun() {
        return receive(Begun.class, Duration.ZERO).isPresent();
    }

    @Override
    public String run() {
        send(test, new Begun(id, self()));
        return switch (receive(Object.class, ToldJob::isOrder)) {
            case Succeed() -> "result of " + id;
            case ExitReason reason -> throw new Exit(reason);
            default -> throw new IllegalStateException("%s was told to fail".formatted(id));
        };
    }

    private static boolean isOrder(Object message) {
        return message instanceof Succeed
                || message instanceof Fail
                || message instanceof ExitReason;
    }
}
