package gates;

import kata.stage.KnownFailure;
import kata.stage.Stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Looks in the tests for the statements with which they are recorded to fail on wrong solutions. A
 * statement that no test makes any more was recorded before the tests were changed: a learner's
 * mistake is compared with it, and not named.
 */
public final class FailuresAreOfTheseTests implements Gate {

    /** What a message begins with whose assertion is described. */
    private static final Pattern STATEMENT =
            Pattern.compile("\\[(.*?)](?: (?:[Ee]xpect|Found|Multiple|Actual).*)?");

    private static final Pattern JOINED = Pattern.compile("\"\\s*\\+\\s*\"");
    private static final Pattern TEXT =
            Pattern.compile(
                    "\"\"\"\\s*\\n(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);
    private static final Pattern LINE_THAT_GOES_ON = Pattern.compile("\\\\\\n|\\s+");

    /** What a test puts into its text, or a record leaves out of it. */
    private static final Pattern GAP =
            Pattern.compile(
                    "%(?:\\d+\\$)?[-,.0-9]*[a-zA-Z]|\\d{3,}(?:[.,]\\d+)*"
                            + "|\\d+ ?(?:ms|s|seconds?|minutes?)\\b");

    private static final int SHORTEST_PIECE = 3;

    @Override
    public String promise() {
        return "what the tests say of wrong solutions was recorded with these tests";
    }

    @Override
    public List<Finding> inspect(Stage stage) {
        List<String> pieces = pieces(stage.testSources());
        Predicate<String> isSaid = statement -> isMadeOf(pieces, statement);
        return KnownFailure.readAll(stage).values().stream()
                .flatMap(List::stream)
                .flatMap(failure ->
                        statement(failure)
                                .filter(isSaid.negate())
                                .map(said -> finding(stage, failure.test(), said)))
                .distinct()
                .toList();
    }

    private static Stream<String> statement(KnownFailure failure) {
        String says = failure.says();
        String known =
                says.endsWith(KnownFailure.MORE)
                        ? says.substring(0, says.length() - KnownFailure.MORE.length())
                        : says;
        Matcher matcher = STATEMENT.matcher(known);
        return matcher.matches() ? Stream.of(matcher.group(1)) : Stream.of();
    }

    /** Values that the test puts in are no pieces, so that half of a statement has to do. */
    private static boolean isMadeOf(List<String> pieces, String statement) {
        String rest = statement;
        int found = 0;
        for (String piece : pieces) {
            int at = rest.indexOf(piece);
            if (at >= 0) {
                found += piece.length();
                rest = rest.substring(0, at) + '\n' + rest.substring(at + piece.length());
            }
        }
        return 2 * found >= statement.length();
    }

    /** Returns what the texts of the tests are made of, the longest first. */
    private static List<String> pieces(Path tests) {
        try (Stream<Path> files = Files.walk(tests)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> texts(read(file)))
                    .flatMap(GAP::splitAsStream)
                    .map(String::strip)
                    .filter(piece -> piece.length() >= SHORTEST_PIECE)
                    .distinct()
                    .sorted(Comparator.comparing(String::length).reversed())
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Stream<String> texts(String code) {
        return TEXT.matcher(JOINED.matcher(code).replaceAll(""))
                .results()
                .map(text -> text.group(1) == null ? text.group(2) : onOneLine(text.group(1)))
                .map(text -> text.replace("\\\"", "\""));
    }

    private static String onOneLine(String block) {
        return LINE_THAT_GOES_ON.matcher(block).replaceAll(" ");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Finding finding(Stage stage, String test, String said) {
        return new Finding(
                stage.root().relativize(KnownFailure.fileOf(stage)).toString(),
                "It says that %s fails with [%s], which the tests do not say any more."
                        .formatted(test, said),
                "Run `./mvnw -q compile -f solutions -pl gates -Pderive -Dfailures -Dstages=%s`."
                        .formatted(stage.path()));
    }
}
