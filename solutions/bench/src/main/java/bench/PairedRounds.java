package bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Short rounds on the build of otp that the class is loaded with: given the name of a figure, they
 * return how much was done in a second. See {@link Pairs}.
 */
public final class PairedRounds implements ToDoubleFunction<String> {

    static final List<Figure> FIGURES =
            List.of(
                    Figure.CALLS_1,
                    Figure.CALLS_100,
                    Figure.CALLS_10000,
                    Figure.CASTS,
                    Figure.START);

    private static final int FEW = 100_000;
    private static final int MANY = 500_000;

    private final OtpPeer peer = new OtpPeer();
    private Peer.Cache cache;

    @Override
    public double applyAsDouble(String figure) {
        double[] rate = new double[1];
        try {
            peer.run(() -> rate[0] = measure(Figure.valueOf(figure)));
        } catch (Exception failure) {
            throw new IllegalStateException(figure + " could not be measured", failure);
        }
        return rate[0];
    }

    private double measure(Figure figure) throws Exception {
        if (cache == null) {
            cache = peer.startCache();
        }
        return switch (figure) {
            case CALLS_1 -> Profiler.rate(peer, 1, FEW, cache::serverProcess);
            case CALLS_100 -> Profiler.rate(peer, 100, 2 * FEW, cache::serverProcess);
            case CALLS_10000 -> Profiler.rate(peer, 10_000, MANY, cache::serverProcess);
            case CASTS -> FEW / Rounds.seconds(() -> Measuring.cast(peer, cache, FEW));
            case START -> FEW / startSeconds();
            default -> throw new IllegalArgumentException(figure + " is not compared in pairs");
        };
    }

    private double startSeconds() throws Exception {
        long start = System.nanoTime();
        double[] seconds = new double[1];
        peer.withServers(FEW, () -> seconds[0] = (System.nanoTime() - start) / 1e9);
        return seconds[0];
    }
}
