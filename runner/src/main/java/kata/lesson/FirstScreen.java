package kata.lesson;

import kata.loop.FirstVerdict;
import kata.model.Kata;

import java.util.regex.Pattern;

/** The screen that {@code ./kata} begins with, in the kata's README.md, between two comments. */
final class FirstScreen {

    private static final Enclosure PLACE = new Enclosure("README.md", "screen");

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
        String screen = TIME.matcher(FirstVerdict.record(kata)).replaceAll("");
        return PLACE.replace(page, "```\n%s\n```\n".formatted(screen.strip()));
    }
}
