package bench;

import java.lang.management.ManagementFactory;
import java.util.function.BiConsumer;

/** What there is besides the code: a leak shows as a difference. */
record Leftovers(int processes, int threads, long bytes) {

    static Leftovers of(Churning peer, int churned) {
        long bytes = Memory.used();
        int threads = ManagementFactory.getThreadMXBean().getThreadCount();
        return new Leftovers(peer.processesAndNames(churned), threads, bytes);
    }

    Leftovers since(Leftovers before) {
        return new Leftovers(
                processes - before.processes, threads - before.threads, bytes - before.bytes);
    }

    void report(int churned, BiConsumer<Figure, Double> report) {
        report.accept(Figure.LEFT_PROCESSES, (double) processes);
        report.accept(Figure.LEFT_THREADS, (double) threads);
        report.accept(Figure.LEFT_BYTES, Math.max(0.0, (double) bytes / churned));
    }
}
