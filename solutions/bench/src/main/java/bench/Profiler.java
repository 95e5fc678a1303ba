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

    /**
     * Returns the operations a second of all clients together, from when all are there; waits until
     * they are done.
     */
    static double rate(Peer peer, int clients, int operations, Function<String, Object> operation)
            throws InterruptedException {
        CountDownLatch there = new CountDownLatch(clients);
        CountDownLatch begin = new CountDownLatch(1);
        CountDownLatch finished = new CountDownLatch(clients);
        for (int client = 0; client < clients; client++) {
            peer.startClient(() -> {
                there.countDown();
                Attempt.toAwait(begin);
                ask(operations / clients, operation);
                finished.countDown();
            });
        }
        there.await();
        long start = System.nanoTime();
        begin.countDown();
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
