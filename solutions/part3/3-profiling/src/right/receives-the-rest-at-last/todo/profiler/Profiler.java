package todo.profiler;

import otp.Down;
import otp.Exit;
import otp.ExitReason;
import otp.Processes;

import java.time.Duration;

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
            Processes.spawnMonitor(client);
        }
    }

    private static void repeat(Runnable operation, int times) {
        for (int i = 0; i < times; i++) {
            operation.run();
        }
    }

    private static void awaitClients(int clients) {
        int left = clients;
        try {
            while (left > 0) {
                left--;
                if (Processes.receive(Down.class) instanceof Down(_, _, ExitReason reason)
                        && !reason.equals(ExitReason.NORMAL)) {
                    throw new Exit(reason);
                }
            }
        } finally {
            for (; left > 0; left--) {
                Processes.receive(Down.class);
            }
        }
    }
}
