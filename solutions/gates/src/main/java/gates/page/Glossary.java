package gates.page;

import kata.stage.Stage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The kata's glossary, {@code GLOSSARY.md}: tables whose rows begin with bold terms.
 *
 * @param terms the terms in order
 */
record Glossary(List<Term> terms) {

    /** Terms that are everyday words as well, so that only a reader can tell which one is meant. */
    private static final List<String> EVERYDAY = WordList.read("everyday-words.txt");

    private static final Pattern BOLD = Pattern.compile("\\*\\*(.+?)\\*\\*");
    private static final Pattern LESSON =
            Pattern.compile("\\]\\((?:([^)#]+)/)?README\\.md[^)]*\\)");

    /**
     * A term of the glossary.
     *
     * @param words the term
     * @param page the folder of the page that explains it, if one does: a stage's path, or nothing
     *     for the first page
     */
    record Term(String words, Optional<String> page) {

        /** Tells whether a reader of the stages on these paths has read what it means. */
        boolean isKnownAfter(List<String> paths) {
            return page.filter(known -> known.isEmpty() || paths.contains(known)).isPresent();
        }

        /** Tells whether it is this stage that explains it. */
        boolean isExplainedIn(Stage stage) {
            return page.filter(stage.path()::equals).isPresent();
        }

        /** Returns a pattern that finds the term in prose. */
        Pattern pattern() {
            return Passage.whole(words);
        }
    }

    /** Reads the glossary of a stage's kata; one without that page has no terms. */
    static Glossary of(Stage stage) {
        Path page = GlossaryIsWhole.page(stage.root());
        return Files.exists(page)
                ? new Glossary(GlossaryIsWhole.rows(page).flatMap(Glossary::row).toList())
                : new Glossary(List.of());
    }

    private static Stream<Term> row(String line) {
        String cell = line.substring(1, line.indexOf('|', 1));
        Optional<String> page =
                LESSON.matcher(line)
                        .results()
                        .map(match -> Objects.requireNonNullElse(match.group(1), ""))
                        .findFirst();
        return BOLD.matcher(cell)
                .results()
                .map((MatchResult bold) -> bold.group(1))
                .filter(words -> !EVERYDAY.contains(words.toLowerCase(Locale.ROOT)))
                .map(words -> new Term(words, page));
    }
}
