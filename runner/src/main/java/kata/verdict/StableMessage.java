package kata.verdict;

import kata.stage.PrintableText;
import kata.test.TestResult;

import java.util.regex.Pattern;

/** What a test that failed says, without what differs from run to run and between machines. */
public final class StableMessage {

    private static final int LONGEST = 300;

    /** More than is left of it is not looked at: a message may be a megabyte. */
    private static final int READ = 10 * LONGEST;

    private static final Pattern VIOLATIONS = Pattern.compile(" was violated \\(.*");
    private static final Pattern IDENTITY =
            Pattern.compile("#(PID|Port|Reference|Ref|Function)?<[^>]*>");
    private static final Pattern HASH = Pattern.compile("@[0-9a-f]{4,}");
    private static final Pattern PATH = Pattern.compile("(?:[A-Za-z]:)?[/\\\\][^\\s\"'\\])>,]+");
    private static final Pattern TIME =
            Pattern.compile("\\b\\d[\\d.,]*\\s?(?:ns|µs|ms|s|seconds?|milliseconds?|minutes?)\\b");
    private static final Pattern NUMBER = Pattern.compile("\\d{3,}");

    private StableMessage() {}

    /**
     * Returns it on one line, and shortened. Of a layering rule only the rule is left: where it is
     * broken has names that each author chooses.
     */
    public static String of(TestResult result) {
        String text = PrintableText.beginning(result.wholeVerdict(), READ);
        text = result.isRule() ? VIOLATIONS.matcher(text).replaceFirst("") : text;
        text = IDENTITY.matcher(text).replaceAll("#$1");
        text = HASH.matcher(text).replaceAll("@");
        text = PATH.matcher(text).replaceAll("PATH");
        text = TIME.matcher(text).replaceAll("TIME");
        text = NUMBER.matcher(text).replaceAll("N");
        return PrintableText.beginning(text, LONGEST).strip();
    }
}
