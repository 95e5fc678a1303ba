package bench;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** How long a new process waits until it runs, while ten thousand clients keep a cache busy. */
final class BesideBusy {

    private static final int CLIENTS = 10_000;
    private static final int STARTED = 100;
    private static final long WARM_UP_SECONDS = 3;
    private static final long LIMIT_SECONDS = 5;

    private volatile boolean isOver;

    private BesideBusy() {}

    /** Returns the seconds of each; once one has waited for five, no more are started. */
    static double[] seconds(Peer peer) throws Exception {
        return new BesideBusy().measure(peer);
    }

    private double[] measure(Peer peer) throws Exception {
        Peer.Cache cache = peer.startCache();
        CountDownLatch begin = new CountDownLatch(1);
        for (int client = 0; client < CLIENTS; client++) {
            peer.startClient(() -> ask(cache, begin));
        }
        begin.countDown();
        TimeUnit.SECONDS.sleep(WARM_UP_SECONDS);
        double[] seconds = new double[STARTED];
        int started = 0;
        do {
            seconds[started] = secondsToRun(peer);
        } while (seconds[started++] < LIMIT_SECONDS && started < STARTED);
        isOver = true;
        return Arrays.copyOf(seconds, started);
    }

    private void ask(Peer.Cache cache, CountDownLatch begin) {
        Attempt.toAwait(begin);
        while (!isOver) {
            cache.serverProcess("list 1");
        }
    }

    private static double secondsToRun(Peer peer) throws InterruptedException {
        CountDownLatch runs = new CountDownLatch(1);
        long start = System.nanoTime();
        peer.startClient(runs::countDown);
        runs.await(LIMIT_SECONDS, TimeUnit.SECONDS);
        return (System.nanoTime() - start) / 1e9;
    }
}
