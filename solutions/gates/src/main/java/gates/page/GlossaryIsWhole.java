package gates.page;

import gates.Finding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks in each row of the glossary for a meaning, and for its counterparts elsewhere. */
public final class GlossaryIsWhole {

    private static final Pattern ROW =
            Pattern.compile(
                    "\\| \\*\\*[^*]+\\*\\*(, \\*\\*[^*]+\\*\\*)*: \\S.* \\|( \\S.* \\|){3}");

    private GlossaryIsWhole() {}

    /** Returns the rows that lack a part. */
    public static List<Finding> inspect(Path root) {
        return rows(page(root))
                .filter(row -> !ROW.matcher(row).matches())
                .map(row ->
                        new Finding(
                                "GLOSSARY.md",
                                "This row lacks a part: %s".formatted(row),
                                "Write it as | **Term**: its meaning | in Elixir | here | in"
                                        + " production |."))
                .toList();
    }

    static Path page(Path root) {
        return root.resolve("GLOSSARY.md");
    }

    /** Returns the rows of a glossary, without the headings of its tables. */
    static Stream<String> rows(Path page) {
        try {
            return Files.readAllLines(page).stream().filter(line -> line.startsWith("| **"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
