package kata.stage;

import java.util.regex.Pattern;

/** Text of a learner's program, as a terminal shows it without being steered by it. */
public final class PrintableText {

    private static final Pattern UNPAIRED =
            Pattern.compile(
                    "[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])|(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]");
    private static final Pattern STEERING =
            Pattern.compile(
                    "[\\x00-\\x08\\x0B-\\x1F\\x7F-\\x9F\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");
    private static final char REPLACEMENT = '\uFFFD';

    /** Where Unicode has pictures of the control characters, such as that of escape. */
    private static final char PICTURES = '\u2400';

    private PrintableText() {}

    /**
     * Returns a text with a visible character in the place of each that would steer a terminal, or
     * is half of one. Tabs and line feeds stay.
     */
    public static String of(String text) {
        String whole =
                UNPAIRED.matcher(text.replace("\r\n", "\n"))
                        .replaceAll(String.valueOf(REPLACEMENT));
        return STEERING.matcher(whole).replaceAll(found -> picture(found.group().charAt(0)));
    }

    /** Returns the beginning of a text: so many characters at most, and no half of one. */
    public static String beginning(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        boolean isHalf = most > 0 && Character.isHighSurrogate(text.charAt(most - 1));
        return text.substring(0, isHalf ? most - 1 : most);
    }

    /** Returns a text, or its beginning and three dots if it is longer than that. */
    public static String shortened(String text, int most) {
        return text.length() <= most ? text : beginning(text, most - 3) + "...";
    }

    private static String picture(char steering) {
        return String.valueOf(steering < ' ' ? (char) (PICTURES + steering) : REPLACEMENT);
    }
}
