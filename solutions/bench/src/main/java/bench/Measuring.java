package bench;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Runs a workload on a library, in this process. What the library cannot do is left out.
 *
 * @param peer the library
 * @param report takes each figure and its value
 */
record Measuring(Peer peer, BiConsumer<Figure, Double> report) {

    private static final int CALLS = 400_000;
    private static final int CROWD_CALLS = 1_000_000;
    private static final int READS = 4_000_000;
    private static final int SERVERS = 100_000;
    private static final int RESTARTS = 1_000;
    private static final int CHURN_ROUNDS = 100;
    private static final int CHURNED = 10_000;
    private static final List<String> LISTS =
            IntStream.rangeClosed(1, 100).mapToObj(i -> "list " + i).toList();

    void run(Workload workload) throws Exception {
        switch (workload) {
            case CALLS -> calls();
            case CROWDS -> crowds();
            case FAIRNESS -> besideBusy();
            case CASTING -> casts();
            case TRACING -> tracing();
            case STARTING -> start();
            case ADOPTION -> adoption();
            case MEMORY -> memory();
            case TABLE -> table();
            case REGISTRY -> registry();
            case RESTARTING -> restart();
            case STOPPING -> stop();
            case CHURNING -> churn();
        }
    }

    private void calls() throws Exception {
        Peer.Cache cache = peer.startCache();
        ask(Figure.CALLS_1, 1, CALLS, cache::serverProcess);
        ask(Figure.CALLS_100, 100, CALLS, cache::serverProcess);
        if (Runtime.getRuntime().availableProcessors() > 1) {
            report.accept(Figure.BETWEEN_CORES, BetweenCores.seconds());
        }
    }

    private void ask(Figure figure, int clients, int times, Function<String, Object> operation)
            throws Exception {
        report.accept(figure, Rounds.median(() -> Profiler.rate(peer, clients, times, operation)));
    }

    private void crowds() throws Exception {
        Peer.Cache cache = peer.startCache();
        ask(Figure.CALLS_10000, 10_000, CROWD_CALLS, cache::serverProcess);
        ask(Figure.CALLS_40000, 40_000, CROWD_CALLS, cache::serverProcess);
    }

    private void besideBusy() throws Exception {
        double[] seconds = BesideBusy.seconds(peer);
        report.accept(Figure.BESIDE_BUSY, Rounds.median(Arrays.stream(seconds)));
        report.accept(Figure.BESIDE_BUSY_LATEST, Arrays.stream(seconds).max().orElseThrow());
    }

    private void casts() throws Exception {
        casts(Figure.CASTS, peer.startCache());
    }

    private void casts(Figure figure, Peer.Cache cache) throws Exception {
        report.accept(
                figure,
                Rounds.median(() -> CALLS / Rounds.seconds(() -> cast(peer, cache, CALLS))));
    }

    private void tracing() throws Exception {
        if (peer instanceof Traceable traceable) {
            Peer.Cache cache = peer.startCache();
            traceable.traced(() -> {
                ask(Figure.TRACED_CALLS_1, 1, CALLS, cache::serverProcess);
                ask(Figure.TRACED_CALLS_100, 100, CALLS, cache::serverProcess);
                casts(Figure.TRACED_CASTS, cache);
            });
            // Each message is an event when it is sent, and one when it is taken.
            report.accept(
                    Figure.TRACE_LOST,
                    Rounds.median(() -> traceable.traced(() -> traceable.exchange(100_000))));
        }
    }

    /** Casts from one client; its last request, a call, is answered when all casts are handled. */
    static void cast(Peer peer, Peer.Cache cache, int times) throws InterruptedException {
        Profiler.rate(
                peer,
                1,
                1,
                listName -> {
                    for (int i = 0; i < times; i++) {
                        cache.note(listName);
                    }
                    return cache.serverProcess(listName);
                });
    }

    private void start() throws Exception {
        double[] seconds = Rounds.all(() -> secondsToStart(SERVERS));
        report.accept(Figure.FIRST_START, seconds[0]);
        report.accept(Figure.START, Rounds.median(Arrays.stream(seconds).skip(seconds.length / 2)));
    }

    private double secondsToStart(int servers) throws Exception {
        long start = System.nanoTime();
        double[] seconds = new double[1];
        peer.withServers(servers, () -> seconds[0] = (System.nanoTime() - start) / 1e9);
        return seconds[0];
    }

    private void adoption() throws Exception {
        if (peer instanceof Adopting adopting) {
            report.accept(Figure.ADOPTION_4000, Rounds.median(() -> adopting.adopt(4_000)));
            report.accept(Figure.ADOPTION_16000, Rounds.median(() -> adopting.adopt(16_000)));
        }
    }

    private void memory() throws Exception {
        peer.withServers(1, () -> {});
        long before = Memory.used();
        peer.withServers(
                SERVERS,
                () -> report.accept(Figure.BYTES, (Memory.used() - before) / (double) SERVERS));
    }

    private void table() throws Exception {
        if (peer instanceof Reading reading) {
            read(reading.table(LISTS), Figure.TABLE_1, Figure.TABLE_100);
        }
    }

    private void registry() throws Exception {
        if (peer instanceof Reading reading) {
            read(reading.registry(LISTS), Figure.REGISTRY_1, Figure.REGISTRY_100);
        }
    }

    private void read(Optional<Function<String, Object>> read, Figure one, Figure hundred)
            throws Exception {
        if (read.isPresent()) {
            ask(one, 1, READS, read.get());
            ask(hundred, 100, READS, read.get());
        }
    }

    private void restart() throws Exception {
        if (peer instanceof Supervising supervising) {
            Supervising.Child child = supervising.startChild();
            child.awaitAnswer();
            report.accept(Figure.RESTART, Rounds.median(() -> medianRestart(child)));
        }
    }

    private static double medianRestart(Supervising.Child child) throws Exception {
        double[] seconds = new double[RESTARTS];
        for (int i = 0; i < RESTARTS; i++) {
            seconds[i] =
                    Rounds.seconds(() -> {
                        child.crash();
                        child.awaitAnswer();
                    });
        }
        return Rounds.median(Arrays.stream(seconds));
    }

    private void stop() throws Exception {
        if (peer instanceof Supervising supervising) {
            Rounds.seconds(supervising.startSupervisorOf(12_500));
            for (int children : List.of(12_500, 25_000, 50_000, 100_000)) {
                double seconds = Rounds.seconds(supervising.startSupervisorOf(children));
                report.accept(Figure.stopOf(children), seconds);
            }
        }
    }

    private void churn() throws Exception {
        if (peer instanceof Churning churning) {
            churning.spawnAndKill(CHURNED);
            Leftovers before = Leftovers.of(churning, CHURNED);
            double seconds =
                    Rounds.seconds(() -> {
                        for (int i = 0; i < CHURN_ROUNDS; i++) {
                            churning.spawnAndKill(CHURNED);
                        }
                    });
            report.accept(Figure.CHURN, CHURN_ROUNDS * CHURNED / seconds);
            Leftovers.of(churning, CHURNED).since(before).report(CHURN_ROUNDS * CHURNED, report);
        }
    }
}
