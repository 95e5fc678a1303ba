package kata.lesson;

import kata.stage.Kata;
import kata.stage.KataException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A term of the kata's glossary.
 *
 * @param meaning what it means, as Markdown
 * @param elixir how Elixir spells it, as Markdown
 * @param here what it is here, as Markdown
 */
public record GlossaryTerm(String words, String meaning, String elixir, String here) {

    private static final Pattern ROW =
            Pattern.compile(
                    "\\| ((?:\\*\\*[^*]+\\*\\*(?:, )?)+): (.*?) \\| (.*?) \\| (.*?) \\| .*");

    private static final Pattern BOLD = Pattern.compile("\\*\\*([^*]+)\\*\\*");

    /**
     * Reads all terms, in order; none if there is no glossary.
     *
     * @throws KataException if it cannot be read
     */
    public static List<GlossaryTerm> all(Kata kata) {
        Path page = kata.root().resolve("GLOSSARY.md");
        try {
            return Files.readAllLines(page).stream().flatMap(GlossaryTerm::of).toList();
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException failure) {
            throw KataException.notRead(page, failure);
        }
    }

    /** Returns it with its Markdown turned into something else. */
    public GlossaryTerm with(UnaryOperator<String> turned) {
        return new GlossaryTerm(
                words, turned.apply(meaning), turned.apply(elixir), turned.apply(here));
    }

    /** A row may explain several terms that belong together. */
    private static Stream<GlossaryTerm> of(String line) {
        Matcher row = ROW.matcher(line);
        if (!row.matches()) {
            return Stream.empty();
        }
        return BOLD.matcher(row.group(1))
                .results()
                .map(term ->
                        new GlossaryTerm(term.group(1), row.group(2), row.group(3), row.group(4)));
    }
}
