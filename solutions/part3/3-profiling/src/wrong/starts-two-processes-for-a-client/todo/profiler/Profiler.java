package todo.profiler;

import otp.Down;
import otp.Exit;
import otp.ExitReason;
import otp.Processes;

import java.time.Duration;
import java.util.List;
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
        for (int i = 0; i < clients; i++) {
            Processes.spawnMonitor(() -> {
                Processes.spawnMonitor(client);
                ExitReason r = Processes.receive(Down.class).reason();
                if (!r.equals(ExitReason.NORMAL)) {
                    Processes.exit(Processes.self(), r);
                }
            });
        }
    }

    private static void repeat(Runnable operation, int times) {
        for (int i = 0; i < times; i++) {
            operation.run();
        }
    }

    private static void awaitClients(int clients) {
        List<ExitReason> reasons =
                IntStream.range(0, clients)
                        .mapToObj(_ -> Processes.receive(Down.class).reason())
                        .toList();
        for (ExitReason reason : reasons) {
            if (!reason.equals(ExitReason.NORMAL)) {
                throw new Exit(reason);
            }
        }
    }
}
