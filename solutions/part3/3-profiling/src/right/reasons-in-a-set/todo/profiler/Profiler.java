package todo.profiler;

import otp.Down;
import otp.Exit;
import otp.ExitReason;
import otp.Processes;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Measures how fast clients that work at the same time get something done. */
public final class Profiler {

    private Profiler() {}

    /**
     * Has clients repeat an operation, each of them in a process of its own, and waits until all
     * have ended. The caller must not monitor other processes meanwhile.
     *
     * @param operations how often each of the clients does it
     * @throws Exit if a client crashed, with its reason
     */
    public static Profile run(Runnable operation, int operations, int clients) {
        long begin = System.nanoTime();
        startClients(() -> repeat(operation, operations), clients);
        awaitClients(clients);
        Duration time = Duration.ofNanos(System.nanoTime() - begin);
        return new Profile((long) operations * clients, time);
    }

    private static void startClients(Runnable client, int clients) {
        // Task 1: start each client in a process of its own, and monitor it.
        for (int i = 0; i < clients; i++) {
            Processes.spawnMonitor(client);
        }
        // End of task 1.
    }

    private static void repeat(Runnable operation, int times) {
        for (int i = 0; i < times; i++) {
            operation.run();
        }
    }

    private static void awaitClients(int clients) {
        // Task 1: wait for the end of every client, and fail if one of them crashed.
        Set<ExitReason> reasons =
                IntStream.range(0, clients)
                        .mapToObj(_ -> Processes.receive(Down.class))
                        .map(Down::reason)
                        .filter(reason -> !ExitReason.NORMAL.equals(reason))
                        .collect(Collectors.toSet());
        if (!reasons.isEmpty()) {
            throw new Exit(reasons.iterator().next());
        }
        // End of task 1.
    }
}
