package kata.watch;

import kata.stage.Stage;
import kata.terminal.ExitCode;
import kata.terminal.Terminal;

import java.util.Arrays;
import java.util.Optional;

/** A key of the learner's loop that stands for a command. */
enum WatchKey {
    HINT('h', "hint", "a hint for the first task that is not solved, and one more each time"),
    DIFF('d', "diff", "how the reference differs from your code"),
    SOLUTION('s', "solution", "how the reference solves each task"),
    OPEN('o', "open", "the lesson"),
    RESET('x', "reset", "start the stage again; your files are kept"),
    CARRY('c', "carry", "take your files of the stage before, where they still fit"),
    LIST('l', "list", "all stages"),
    GOTO('g', "goto", "another stage"),
    DEMO('m', "demo", "the finished system at work"),
    SHELL('j', "shell", "jshell, with the stage's classes; /exit comes back"),
    HELP('?', "", "all keys");

    private final char key;
    private final String command;
    private final String meaning;

    WatchKey(char key, String command, String meaning) {
        this.key = key;
        this.command = command;
        this.meaning = meaning;
    }

    /** Returns what a key stands for, if it stands for a command. */
    static Optional<WatchKey> of(char key) {
        return Arrays.stream(values()).filter(one -> one.key == key).findFirst();
    }

    /**
     * Does it for the stage; blocks until it is done. Tells whether there is something to read now.
     */
    boolean perform(WatchContext context, Stage stage) {
        Commands commands = context.commands();
        Terminal terminal = context.terminal();
        switch (this) {
            case SHELL -> {
                return !talkedInShell(context, stage);
            }
            case DEMO -> commands.runInForeground(command);
            case HELP -> printKeys(terminal);
            case LIST, CARRY -> commands.run(command);
            case GOTO -> name(terminal).ifPresent(name -> commands.run(command, name));
            case HINT, DIFF, SOLUTION, OPEN, RESET -> commands.run(command, stage.path());
        }
        return true;
    }

    private static boolean talkedInShell(WatchContext context, Stage stage) {
        if (context.terminal().foreground().isEmpty()) {
            context.terminal()
                    .line(
                            "For jshell with the stage's classes, run `./kata shell %s` in another"
                                    + " window.",
                            stage.path());
            return false;
        }
        return context.commands().runInForeground(SHELL.command, stage.path()) == ExitCode.GOOD;
    }

    private static Optional<String> name(Terminal terminal) {
        terminal.out().print("Which stage, for example part2/1? ");
        terminal.out().flush();
        return terminal.answers().next().map(String::strip).filter(name -> !name.isEmpty());
    }

    private static void printKeys(Terminal terminal) {
        for (WatchKey one : values()) {
            terminal.line("  %s  %s", one.key, one.meaning);
        }
        terminal.line("  r  run the tests once more");
        terminal.line("  n  the next stage that is not solved");
        terminal.line("  q  quit");
        terminal.gap();
        terminal.line("In another window: all that ./kata --help names.");
    }
}
