package kata.loop;

import kata.model.Kata;
import kata.model.KataException;
import kata.model.Stage;
import kata.starter.Derivation;

/** What {@code ./kata} shows to somebody who has not written anything yet. */
public final class FirstVerdict {

    private FirstVerdict() {}

    /**
     * Starts {@code ./kata} in a copy of the kata, and returns the screen with the first verdict.
     * Blocks for seconds.
     *
     * @throws KataException if the kata cannot be copied or started
     */
    public static String record(Kata kata) {
        try (KataCopy copy = KataCopy.of(kata.root())) {
            Stage first = copy.kata().stages().getFirst();
            copy.write(Derivation.of(first).starter(), first);
            try (WatchProcess watch = WatchProcess.start(copy.root())) {
                return watch.verdict();
            }
        }
    }
}
