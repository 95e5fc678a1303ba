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

    private PlainMessage() {}

    /** Returns its lines, blank ones and the frames of libraries left out. */
    static Stream<String> lines(String message) {
        return LOADERS.matcher(message)
                .replaceAll("")
                .lines()
                .filter(line -> !line.isBlank() && !LIBRARY_FRAME.matcher(line).matches())
                .map(line -> line.replace("stage//", ""))
                .map(line -> CONDITION.matcher(line).replaceFirst("not within $2: $1"))
                .map(line -> FUNCTION.matcher(line).replaceAll("a function"));
    }
}
