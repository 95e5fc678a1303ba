package gates.page;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A word or a phrase that the kata does not use.
 *
 * @param words how it is written
 * @param instead what to write in its place
 * @param pattern finds it
 */
record UnusedWord(String words, String instead, Pattern pattern) {

    /** All of them, from {@code unused-words.txt}. */
    static final List<UnusedWord> ALL =
            WordList.read("unused-words.txt").stream().map(UnusedWord::of).toList();

    private static UnusedWord of(String line) {
        String[] parts = line.split("\\|");
        String words = parts[0].strip();
        return new UnusedWord(words, parts[1].strip(), Passage.whole(words));
    }

    boolean isIn(String text) {
        return pattern.matcher(text).find();
    }
}
