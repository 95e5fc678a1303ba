package bench;

import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

/** The articles' Profiler: clients that ask for random lists, as fast as they get answers. */
final class Profiler {

    private static final int LISTS = 100;
    private static final int TURN = 1_000;

    private Profiler() {}

    /** Returns the operations a second of all clients together; waits until they are done. */
    static double rate(Peer peer, int clients, int operations, Function<String, Object> operation)
            throws InterruptedException {
        CountDownLatch finished = new CountDownLatch(clients);
        long start = System.nanoTime();
        for (int client = 0; client < clients; client++) {
            peer.startClient(() -> {
                ask(operations / clients, operation);
                finished.countDown();
            });
        }
        finished.await();
        return operations * 1e9 / (System.nanoTime() - start);
    }

    /** In turns of many requests: the JVM optimizes a method that is called often the best. */
    private static void ask(int times, Function<String, Object> operation) {
        for (int asked = 0; asked < times; asked += TURN) {
            askInOneTurn(Math.min(TURN, times - asked), operation);
        }
    }

    private static void askInOneTurn(int times, Function<String, Object> operation) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        for (int i = 0; i < times; i++) {
            String listName = "list " + (1 + random.nextInt(LISTS));
            Objects.requireNonNull(operation.apply(listName), "no answer");
        }
    }
}
