package kata.lesson;

import kata.model.Kata;
import kata.model.KataException;

/** The kata's README.md, of which parts are derived. */
public final class FrontPage {

    /** The page's file name, below the kata's root. */
    public static final String NAME = "README.md";

    private FrontPage() {}

    /**
     * Returns the page's text with all that is derived brought up to date, and all else as it was.
     * Blocks for seconds if the page shows the first screen.
     *
     * @throws KataException if the page lacks the comments that enclose the map of the stages
     */
    public static String rewrite(String page, Kata kata) {
        return FirstScreen.rewrite(StageMap.rewrite(page, kata), kata);
    }
}
