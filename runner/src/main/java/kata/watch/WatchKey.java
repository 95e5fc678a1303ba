package kata.watch;

import kata.terminal.Terminal;

import java.util.Arrays;
import java.util.Optional;

/** A key of the learner's loop. */
enum WatchKey {
    HINT('h', "a hint for the first task that is not solved, and one more each time"),
    DIFF('d', "how the reference differs from your code"),
    SOLUTION('s', "how the reference solves each task"),
    OPEN('o', "the lesson, as a page that runs its sessions"),
    EDITOR('e', "your editor, at the first error or the open task"),
    RESET('x', "start the stage again; your files are kept"),
    CARRY('c', "take your files of the stage before, where they still fit"),
    LIST('l', "all stages"),
    GOTO('g', "another stage"),
    NEXT('n', "the next stage that is not solved"),
    DEMO('m', "the finished system at work"),
    SHELL('j', "jshell, with the stage's classes; /exit comes back"),
    SEE('v', "the same, and its processes in the browser"),
    RUN('r', "run the tests once more"),
    HELP('?', "all keys"),
    QUIT('q', "quit");

    private final char key;
    private final String meaning;

    WatchKey(char key, String meaning) {
        this.key = key;
        this.meaning = meaning;
    }

    /** Returns what a key stands for; every other character asks for help. */
    static Optional<WatchKey> of(char key) {
        if (key == '\r' || key == '\n') {
            return Optional.of(RUN);
        }
        if (Character.isWhitespace(key) || key == Keys.OTHER) {
            return Optional.empty();
        }
        return Arrays.stream(values())
                .filter(one -> one.key == key)
                .findFirst()
                .or(() -> Optional.of(HELP));
    }

    static void print(Terminal terminal) {
        for (WatchKey one : values()) {
            terminal.line("  %s  %s", one.key, one.meaning);
        }
        terminal.line("  arrows  scroll; Escape closes what a key has shown");
        terminal.gap();
        terminal.line("In another window: all that ./kata --help names.");
    }
}
