package kata.test;

import kata.stage.SourceFile;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The order to make tests pass in: first those of a class, in the file that is named after it, and
 * then what is promised beyond; within a file, that in which they stand there.
 */
final class SourceOrder {

    private SourceOrder() {}

    /** Returns the order of the tests in the files of a stage; others come last. */
    static Comparator<TestResult> of(List<SourceFile> sources, List<SourceFile> tests) {
        List<String> ofClasses =
                sources.stream()
                        .map(source -> source.path().replace(".java", "Test.java"))
                        .toList();
        List<SourceFile> files =
                tests.stream()
                        .sorted(Comparator.comparing(test -> !ofClasses.contains(test.path())))
                        .toList();
        return Comparator.<TestResult>comparingInt(test -> file(test, files))
                .thenComparingInt(test -> position(test, files));
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
