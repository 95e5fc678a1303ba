package gates.page;

import gates.Finding;
import gates.Gate;

import kata.stage.Stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Looks for words that the kata does not use in what a learner reads of its Java: comments, {@code
 * TODO}s, and the sentences that tests say. A literal of one word is data.
 */
public final class WordsOfTheCode implements Gate {

    private static final Pattern TEXT =
            Pattern.compile(
                    "'(?:\\\\.|[^'\\\\])+'"
                            + "|//[^\\n]*"
                            + "|/\\*(?s:.*?)\\*/"
                            + "|\"\"\"(?s:.*?)\"\"\""
                            + "|\"(?:\\\\.|[^\"\\\\\\n])*\"");

    private static final Pattern LINE_BREAK = Pattern.compile("\\s*\\R\\s*(?:\\*\\s)?");

    @Override
    public String promise() {
        return "comments, TODOs and tests use the words of the trade";
    }

    @Override
    public List<Finding> inspect(Stage stage) {
        try (Stream<Path> files = Files.walk(stage.folder())) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.startsWith(stage.folder().resolve("target")))
                    .sorted()
                    .flatMap(file -> inspect(PageLocation.name(stage.root(), file), read(file)))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Stream<Finding> inspect(String file, String java) {
        return TEXT.matcher(java)
                .results()
                .flatMap(text -> {
                    String sentence = LINE_BREAK.matcher(text.group()).replaceAll(" ");
                    return UnusedWord.ALL.stream()
                            .filter(unused -> sentence.contains(" ") && unused.isIn(sentence))
                            .map(unused -> finding(file, lineOf(text, java), unused, sentence));
                });
    }

    private static long lineOf(MatchResult text, String java) {
        return 1 + java.substring(0, text.start()).chars().filter(letter -> letter == '\n').count();
    }

    private static Finding finding(String file, long line, UnusedWord unused, String sentence) {
        return new Finding(
                "%s:%d".formatted(file, line),
                "This says `%s`: %s".formatted(unused.words(), sentence),
                "Write instead: %s.".formatted(unused.instead()));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
