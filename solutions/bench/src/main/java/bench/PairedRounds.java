package bench;

import java.util.List;
import java.util.function.Consumer;

/**
 * Short rounds on the build of otp that the class is loaded with: given the name of a figure, they
 * do the same work each time. See {@link Pairs}.
 */
public final class PairedRounds implements Consumer<String> {

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
    public void accept(String figure) {
        try {
            peer.run(() -> work(Figure.valueOf(figure)));
        } catch (Exception failure) {
            throw new IllegalStateException(figure + " could not be measured", failure);
        }
    }

    private void work(Figure figure) throws Exception {
        if (cache == null) {
            cache = peer.startCache();
        }
        switch (figure) {
            case CALLS_1 -> call(1, FEW);
            case CALLS_100 -> call(100, 2 * FEW);
            case CALLS_10000 -> call(10_000, MANY);
            case CASTS -> Measuring.cast(peer, cache, FEW);
            case START -> peer.withServers(FEW, () -> {});
            default -> throw new IllegalArgumentException(figure + " is not compared in pairs");
        }
    }

    private void call(int clients, int times) throws InterruptedException {
        Profiler.rate(peer, clients, times, cache::serverProcess);
    }
}
