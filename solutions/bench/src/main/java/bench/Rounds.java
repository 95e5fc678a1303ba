package bench;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** Repeats a measurement in one process, the first times only to warm up. */
final class Rounds {

    private static final int WARM_UP = 15;
    private static final int MEASURED = 5;

    private Rounds() {}

    /** Measures something once. */
    interface Round {
        double measure() throws Exception;
    }

    /** Returns the median of the rounds after the warm-up. */
    static double median(Round round) throws Exception {
        return median(Arrays.stream(all(round)).skip(WARM_UP));
    }

    /** Returns what each round measured, those of the warm-up first. */
    static double[] all(Round round) throws Exception {
        double[] values = new double[WARM_UP + MEASURED];
        for (int i = 0; i < values.length; i++) {
            values[i] = round.measure();
        }
        return values;
    }

    static double median(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Returns how long something takes, in seconds. */
    static double seconds(Peer.Measurement measurement) throws Exception {
        long start = System.nanoTime();
        measurement.run();
        return (System.nanoTime() - start) / 1e9;
    }
}
