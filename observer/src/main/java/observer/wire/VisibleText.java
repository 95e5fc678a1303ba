package observer.wire;

import java.util.Locale;

/**
 * Texts of other people's programs as they can be shown: not longer than a limit, and with nothing
 * in them that acts instead of being seen. Control characters, marks that turn the direction of
 * writing and characters of no width are written as their numbers, such as {@code \u202e}.
 */
public final class VisibleText {

    /** Stands for what was cut off. */
    private static final String CUT = "...";

    private VisibleText() {}

    /**
     * Returns the text as it can be shown.
     *
     * @param text the text; null gives null
     * @param atMost how many characters of it are kept; what is behind them is not looked at
     */
    public static String of(String text, int atMost) {
        if (text == null) {
            return null;
        }
        int end = Math.min(text.length(), atMost);
        StringBuilder visible = new StringBuilder(end);
        int place = 0;
        while (place < end) {
            int character = text.codePointAt(place);
            append(visible, character);
            place += Character.charCount(character);
        }
        return text.length() > place ? visible.append(CUT).toString() : visible.toString();
    }

    /** Returns the beginning of a text: so many characters at most, and no half of one. */
    public static String beginning(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        boolean isHalf = Character.isHighSurrogate(text.charAt(most - 1));
        return text.substring(0, isHalf ? most - 1 : most);
    }

    private static void append(StringBuilder visible, int character) {
        if (isSeen(character)) {
            visible.appendCodePoint(character);
        } else {
            visible.append(String.format(Locale.ROOT, "\\u%04x", character));
        }
    }

    private static boolean isSeen(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }
}
