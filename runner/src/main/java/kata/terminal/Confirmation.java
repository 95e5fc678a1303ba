package kata.terminal;

import picocli.CommandLine.Option;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Asks before a command does what the learner may regret; {@code --yes} answers every question. */
public final class Confirmation {

    private static final Set<String> YES = Set.of("y", "yes");

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask: the answer is yes.")
    private boolean yes;

    /** Tells whether every question is answered already. */
    public boolean isAnswered() {
        return yes;
    }

    /**
     * Asks, and tells whether the answer is yes; blocks until a line is typed. No input, or any
     * other answer, is a no.
     */
    public boolean ask(Terminal terminal, String question) {
        if (yes) {
            return true;
        }
        terminal.out().print(question + " [y/N] ");
        terminal.out().flush();
        Optional<String> answer = terminal.answers().next();
        if (answer.isEmpty()) {
            terminal.gap();
        }
        return answer.map(word -> word.strip().toLowerCase(Locale.ROOT))
                .filter(YES::contains)
                .isPresent();
    }
}
