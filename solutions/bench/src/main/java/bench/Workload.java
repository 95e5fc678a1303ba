package bench;

import static bench.Figure.ADOPTION_16000;
import static bench.Figure.ADOPTION_4000;
import static bench.Figure.BESIDE_BUSY;
import static bench.Figure.BESIDE_BUSY_LATEST;
import static bench.Figure.BETWEEN_CORES;
import static bench.Figure.BYTES;
import static bench.Figure.CALLS_1;
import static bench.Figure.CALLS_100;
import static bench.Figure.CALLS_10000;
import static bench.Figure.CALLS_40000;
import static bench.Figure.CASTS;
import static bench.Figure.CHURN;
import static bench.Figure.FIRST_START;
import static bench.Figure.LEFT_BYTES;
import static bench.Figure.LEFT_PROCESSES;
import static bench.Figure.LEFT_THREADS;
import static bench.Figure.REGISTRY_1;
import static bench.Figure.REGISTRY_100;
import static bench.Figure.RESTART;
import static bench.Figure.START;
import static bench.Figure.STOP_100000;
import static bench.Figure.STOP_12500;
import static bench.Figure.STOP_25000;
import static bench.Figure.STOP_50000;
import static bench.Figure.TABLE_1;
import static bench.Figure.TABLE_100;
import static bench.Figure.TRACED_CALLS_1;
import static bench.Figure.TRACED_CALLS_100;
import static bench.Figure.TRACED_CASTS;
import static bench.Figure.TRACE_LOST;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What one process of the operating system measures before it ends. */
enum Workload {
    CALLS(CALLS_1, CALLS_100, BETWEEN_CORES),
    CROWDS(CALLS_10000, CALLS_40000),
    FAIRNESS(BESIDE_BUSY, BESIDE_BUSY_LATEST),
    CASTING(CASTS),
    TRACING(TRACED_CALLS_1, TRACED_CALLS_100, TRACED_CASTS, TRACE_LOST),
    STARTING(START, FIRST_START),
    ADOPTION(ADOPTION_4000, ADOPTION_16000),
    MEMORY(BYTES),
    TABLE(TABLE_1, TABLE_100),
    REGISTRY(REGISTRY_1, REGISTRY_100),
    RESTARTING(RESTART),
    STOPPING(STOP_12500, STOP_25000, STOP_50000, STOP_100000),
    CHURNING(CHURN, LEFT_PROCESSES, LEFT_THREADS, LEFT_BYTES);

    private final List<Figure> figures;

    Workload(Figure... figures) {
        this.figures = List.of(figures);
    }

    List<Figure> figures() {
        return figures;
    }

    /** The workload's name on the command line and between processes. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Workload withId(String id) {
        return Arrays.stream(values())
                .filter(workload -> workload.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no workload is called " + id));
    }
}
