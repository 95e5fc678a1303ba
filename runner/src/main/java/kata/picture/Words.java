package kata.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Words in lines that are short enough for a picture. */
record Words(List<String> lines, Font font) {

    /** How large words are. */
    enum Font {
        BOX(14, 18, 26),
        TITLE(14, 18, 60),
        LABEL(12.5, 16, 24);

        final double size;
        final double line;

        /** After how many characters a line is broken, if it can be. */
        private final int longest;

        Font(double size, double line, int longest) {
            this.size = size;
            this.line = line;
            this.longest = longest;
        }
    }

    private static final Pattern BREAK = Pattern.compile("(?<=[\\s(\\[=])(?![\\s)\\]=>])");

    private static final String NARROW = "iIjl.,:;|!'`()[]{} ft-";
    private static final String WIDE = "mwMW@%×→";

    /** Breaks a text into lines, so that they are about equally long. */
    static Words of(String text, Font font) {
        return of(text, font, font.longest);
    }

    /**
     * Breaks a text into lines at blanks, and behind brackets and the like.
     *
     * @param longest how many characters a line has, unless a part has more
     */
    static Words of(String text, Font font, int longest) {
        int count = (int) Math.ceil((double) text.length() / longest);
        int limit = Math.min(longest, text.length() / Math.max(1, count) + 5);
        List<String> lines = new ArrayList<>();
        var line = new StringBuilder();
        for (String part : BREAK.split(text.strip())) {
            if (!line.isEmpty() && line.length() + part.strip().length() > limit) {
                lines.add(line.toString().strip());
                line.setLength(0);
            }
            line.append(part);
        }
        lines.add(line.toString().strip());
        return new Words(lines, font);
    }

    /** Returns how much room the words need; rather more than less, whatever the font. */
    Size size() {
        double widest = lines.stream().mapToDouble(this::width).max().orElse(0);
        return new Size(widest, lines.size() * font.line);
    }

    private double width(String line) {
        return line.codePoints().mapToDouble(Words::em).sum() * font.size;
    }

    private static double em(int character) {
        if (NARROW.indexOf(character) >= 0) {
            return 0.39;
        }
        if (WIDE.indexOf(character) >= 0) {
            return 0.92;
        }
        return Character.isUpperCase(character) ? 0.72 : 0.62;
    }
}
