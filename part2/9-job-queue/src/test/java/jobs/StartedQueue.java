package jobs;

import static otp.Processes.info;
import static otp.Processes.monitor;
import static otp.Processes.receive;
import static otp.Processes.self;
import static otp.Processes.send;
import static otp.Processes.spawn;

import otp.Down;
import otp.Monitor;
import otp.Pid;

import java.util.Comparator;
import java.util.List;

/**
 * A queue that a process of its own has started, so that the end of one is not the end of the test.
 *
 * @param queue the queue
 * @param starter the process that has started it
 */
record StartedQueue(JobQueue queue, Pid<?> starter) {

    private record Outcome(JobQueue queue, RuntimeException failure) {}

    static StartedQueue of(String name, int workers, int attempts) {
        Pid<Object> test = self();
        Pid<?> starter =
                spawn(() -> {
                    send(test, start(name, workers, attempts));
                    receive();
                });
        Outcome outcome = outcome(monitor(starter));
        if (outcome.failure() != null) {
            throw outcome.failure();
        }
        return new StartedQueue(outcome.queue(), starter);
    }

    /** Waits for what comes of the start; one that ends the process that starts is none. */
    private static Outcome outcome(Monitor starter) {
        return switch (receive(Object.class, message -> isOutcome(message, starter))) {
            case Outcome outcome -> outcome;
            case Object end -> throw new AssertionError("no queue has been started: " + end);
        };
    }

    private static boolean isOutcome(Object message, Monitor starter) {
        return message instanceof Outcome
                || message instanceof Down down && down.monitor() == starter;
    }

    private static Outcome start(String name, int workers, int attempts) {
        try {
            return new Outcome(JobQueues.startLink(name, workers, attempts), null);
        } catch (RuntimeException failure) {
            return new Outcome(null, failure);
        }
    }

    /**
     * Returns the processes of the queue in the order of their start, without the one that is
     * linked to the starter.
     */
    List<Pid<?>> inner() {
        List<Pid<?>> outer = info(starter).orElseThrow().links();
        return Running.processes().stream()
                .filter(process -> process != starter && !outer.contains(process))
                .sorted(Comparator.comparingInt(StartedQueue::number))
                .toList();
    }

    /** Pids are numbered as the processes start. */
    private static int number(Pid<?> process) {
        return Integer.parseInt(process.toString().split("\\.")[1]);
    }
}
