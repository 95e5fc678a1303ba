package gates.derive;

import kata.stage.Kata;
import kata.stage.Stage;
import kata.starter.Derivation;

import launch.KataCopy;
import launch.WatchProcess;

import java.util.regex.Pattern;

/** The screen that {@code ./kata} begins with, in the kata's README.md, between two comments. */
final class FirstScreen {

    private static final MarkedRegion PLACE = new MarkedRegion("README.md", "screen");

    // Each run takes another time.
    private static final Pattern TIME = Pattern.compile(" in \\d+\\.\\d s\\b");

    private FirstScreen() {}

    /**
     * Returns the text of a page with the screen as {@code ./kata} shows it now, and all else as it
     * was; the page itself if it has no place for the screen. Blocks for seconds.
     */
    static String rewrite(String page, Kata kata) {
        if (!PLACE.isOn(page)) {
            return page;
        }
        String screen = TIME.matcher(firstVerdict(kata)).replaceAll("");
        return PLACE.replace(page, "```\n%s\n```\n".formatted(screen.strip()));
    }

    /** Returns what {@code ./kata} shows to a learner who has not written anything yet. */
    private static String firstVerdict(Kata kata) {
        try (KataCopy copy = KataCopy.of(kata.root())) {
            Stage first = copy.kata().stages().getFirst();
            copy.write(Derivation.of(first).starter(), first);
            try (WatchProcess watch = WatchProcess.start(copy.root())) {
                return watch.verdict();
            }
        }
    }
}
