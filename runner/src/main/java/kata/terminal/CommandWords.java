package kata.terminal;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A command as people write it into a variable, such as {@code EDITOR}. */
public final class CommandWords {

    private static final Pattern WORD = Pattern.compile("(?:[^\\s\"']|\"[^\"]*\"|'[^']*'|[\"'])+");

    private CommandWords() {}

    /**
     * Returns the program and its arguments. Quotes keep blanks within a word, and the path of a
     * program may have some without them.
     */
    public static List<String> of(String command) {
        return isProgram(command)
                ? List.of(command)
                : WORD.matcher(command)
                        .results()
                        .map(MatchResult::group)
                        .map(word -> word.replaceAll("[\"']", ""))
                        .toList();
    }

    private static boolean isProgram(String command) {
        try {
            Path file = Path.of(command);
            return file.isAbsolute() && Files.isRegularFile(file) && Files.isExecutable(file);
        } catch (InvalidPathException quoted) {
            return false;
        }
    }
}
