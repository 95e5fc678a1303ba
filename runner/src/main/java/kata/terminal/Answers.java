package kata.terminal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/** What a person types in answer to a command's questions. */
@FunctionalInterface
public interface Answers {

    /** Returns the next line; blocks until it is typed. Nothing at the end of the input. */
    Optional<String> next();

    /** Returns the answers of an input that is at its end. */
    static Answers none() {
        return Optional::empty;
    }

    /** Returns the answers that are read from here, line by line; nothing where that fails. */
    static Answers from(Reader input) {
        var lines = new BufferedReader(input);
        return () -> {
            try {
                return Optional.ofNullable(lines.readLine());
            } catch (IOException closed) {
                return Optional.empty();
            }
        };
    }
}
