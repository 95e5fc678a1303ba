package gates.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The lists that the gates for words keep, each in a file beside this class. */
final class WordList {

    private WordList() {}

    /** Returns the lines of a list, but for comments, which begin with {@code #}. */
    static List<String> read(String name) {
        try (InputStream list = WordList.class.getResourceAsStream(name)) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
