package gates.derive;

import kata.stage.KataException;

/**
 * A place on a page, between two comments, whose text is derived.
 *
 * @param page the page's file name, below the kata's root
 * @param what what stands there, such as {@code stages}
 */
record MarkedRegion(String page, String what) {

    /** Tells whether the place is on the page. */
    boolean isOn(String text) {
        return text.contains(begin()) && text.contains(end());
    }

    /**
     * Returns the page with another text in that place, and all else as it was.
     *
     * @throws KataException if the page lacks the comments
     */
    String replace(String text, String derived) {
        int begin = text.indexOf(begin()) + begin().length();
        int end = text.indexOf(end(), begin);
        if (begin < begin().length() || end < 0) {
            throw new KataException(
                    "%s lacks the place for the %s; put the lines `%s` and `%s` where it belongs."
                            .formatted(page, what, begin().strip(), end()));
        }
        return text.substring(0, begin) + "\n" + derived + "\n" + text.substring(end);
    }

    private String begin() {
        return "<!-- %s -->\n".formatted(what);
    }

    private String end() {
        return "<!-- end of %s -->".formatted(what);
    }
}
