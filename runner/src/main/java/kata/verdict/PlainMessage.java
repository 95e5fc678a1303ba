package kata.verdict;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a failure says, without what concerns only the JVM and the libraries. */
final class PlainMessage {

    /** A ClassCastException tells in brackets which loaders its classes come from. */
    private static final Pattern LOADERS = Pattern.compile(" \\([^()]*\\bloader '[^()]*\\)");

    private static final Pattern LIBRARY_FRAME =
            Pattern.compile("\\s*at (stage//)?(otp|java|jdk|org\\.junit|org\\.assertj)\\..*");

    /** Awaitility names the condition, and then how it is written. */
    private static final Pattern CONDITION =
            Pattern.compile(
                    "(?:ConditionTimeoutException: )?Condition with alias '(.*)'"
                            + " didn't complete within (.*?) because condition .*");

    /** A function has no text but its address. */
    private static final Pattern FUNCTION = Pattern.compile("[\\w.]+\\$\\$Lambda/0x[\\w@]+");

    /** AssertJ gives each element of a long list a line, be it a single digit. */
    private static final Pattern BEFORE_SHORT_ELEMENT =
            Pattern.compile(",\\n {2,}(?=\\S[^\\n]{0,19}(?:\\n|$))");

    private static final String JOINT = ",\u0000";
    private static final int LONGEST_LIST = 100;

    private PlainMessage() {}

    /** Returns its lines, blank ones and the frames of libraries left out. */
    static Stream<String> lines(String message) {
        String withShortLists = BEFORE_SHORT_ELEMENT.matcher(message).replaceAll(JOINT);
        return LOADERS.matcher(withShortLists)
                .replaceAll("")
                .lines()
                .map(PlainMessage::withShortElements)
                .filter(line -> !line.isBlank() && !LIBRARY_FRAME.matcher(line).matches())
                .map(line -> line.replace("stage//", ""))
                .map(line -> CONDITION.matcher(line).replaceFirst("not within $2: $1"))
                .map(line -> FUNCTION.matcher(line).replaceAll("a function"));
    }

    /** What a list of thousands begins with says what is wrong with it. */
    private static String withShortElements(String line) {
        int end = line.lastIndexOf(JOINT, LONGEST_LIST);
        return line.length() > LONGEST_LIST && end >= 0
                ? line.substring(0, end).replace(JOINT, ", ") + ", ..."
                : line.replace(JOINT, ", ");
    }
}
