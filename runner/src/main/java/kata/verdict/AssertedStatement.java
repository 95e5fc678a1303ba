package kata.verdict;

import kata.compile.StageCode;
import kata.stage.PrintableText;
import kata.stage.SourceFile;
import kata.test.Failure;
import kata.test.TestResult;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The statement of a test that did not hold. It says what was looked at where the assertion has no
 * sentence for that: "Expecting an empty Optional" alone does not.
 */
final class AssertedStatement {

    private static final int LONGEST = 160;

    private AssertedStatement() {}

    /** Returns it on one line; nothing if the assertion has a sentence, or is none of AssertJ's. */
    static Optional<String> of(TestResult result, Failure failure, StageCode code) {
        return failure.message().startsWith("[")
                ? Optional.empty()
                : Location.places(result)
                        .flatMap(place -> in(code.tests(), place).stream())
                        .findFirst()
                        .filter(statement -> statement.startsWith("assertThat"));
    }

    private static Optional<String> in(List<SourceFile> tests, Failure.Place place) {
        return tests.stream()
                .filter(test -> test.path().equals(place.path()))
                .map(test -> test.text().lines().toList())
                .filter(lines -> place.line() > 0 && place.line() <= lines.size())
                .findFirst()
                .map(lines -> statement(lines, place.line() - 1));
    }

    /** A chain of calls is in several lines, and any of them may be the one that failed. */
    private static String statement(List<String> lines, int line) {
        int first = line;
        while (first > 0 && !isEnd(lines.get(first - 1))) {
            first--;
        }
        int last = line;
        while (last < lines.size() - 1 && !isEnd(lines.get(last))) {
            last++;
        }
        String whole =
                lines.subList(first, last + 1).stream()
                        .map(String::strip)
                        .collect(Collectors.joining());
        return PrintableText.shortened(whole, LONGEST);
    }

    private static boolean isEnd(String code) {
        return code.isBlank() || code.endsWith(";") || code.endsWith("{") || code.endsWith("}");
    }
}
