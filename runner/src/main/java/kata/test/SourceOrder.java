package kata.test;

import kata.stage.SourceFile;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The order to make tests pass in: first those of a class, in the file that is named after it, and
 * then what is promised beyond; within a file, that in which they stand there.
 */
final class SourceOrder {

    private final List<SourceFile> files;

    private SourceOrder(List<SourceFile> files) {
        this.files = files;
    }

    /** Returns the order of the tests in the files of a stage; others come last. */
    static Comparator<TestResult> of(List<SourceFile> sources, List<SourceFile> tests) {
        List<String> ofClasses =
                sources.stream()
                        .map(source -> source.path().replace(".java", "Test.java"))
                        .toList();
        var order =
                new SourceOrder(
                        tests.stream()
                                .sorted(
                                        Comparator.comparing(
                                                test -> !ofClasses.contains(test.path())))
                                .toList());
        // Each is compared with many, and to find it takes a search through its file.
        Map<String, Long> places = new HashMap<>();
        return Comparator.comparing(test -> places.computeIfAbsent(test.name(), order::place));
    }

    /** Returns a number that counts files first, and then characters. */
    private long place(String test) {
        String file = "/" + test.replaceFirst("\\..*", "") + ".java";
        String member = test.replaceFirst(".*\\.", "");
        for (int index = 0; index < files.size(); index++) {
            if (("/" + files.get(index).path()).endsWith(file)) {
                return ((long) index << Integer.SIZE) + position(member, files.get(index).text());
            }
        }
        return Long.MAX_VALUE;
    }

    private static int position(String member, String text) {
        Matcher declared =
                Pattern.compile("\\b%s\\b\\s*[(=]".formatted(Pattern.quote(member))).matcher(text);
        return declared.find() ? declared.start() : Integer.MAX_VALUE;
    }
}
