package kata.test;

import kata.stage.SourceFile;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The order in which tests stand in their files, which is the order to make them pass in. */
final class SourceOrder {

    private SourceOrder() {}

    /** Returns the order of the tests in these files; others come last. */
    static Comparator<TestResult> of(List<SourceFile> tests) {
        return Comparator.<TestResult>comparingInt(test -> file(test, tests))
                .thenComparingInt(test -> position(test, tests));
    }

    private static int file(TestResult test, List<SourceFile> tests) {
        String name = "/" + test.name().replaceFirst("\\..*", "") + ".java";
        for (int index = 0; index < tests.size(); index++) {
            if (("/" + tests.get(index).path()).endsWith(name)) {
                return index;
            }
        }
        return Integer.MAX_VALUE;
    }

    private static int position(TestResult test, List<SourceFile> tests) {
        int file = file(test, tests);
        if (file == Integer.MAX_VALUE) {
            return file;
        }
        String member = test.name().replaceFirst(".*\\.", "");
        Matcher declared =
                Pattern.compile("\\b%s\\b\\s*[(=]".formatted(Pattern.quote(member)))
                        .matcher(tests.get(file).text());
        return declared.find() ? declared.start() : Integer.MAX_VALUE;
    }
}
