package kata.command;

import kata.stage.OpenTask;
import kata.stage.Stage;
import kata.terminal.Terminal;

/** Prints where to go on in a stage: the lesson, the first open task, and how to run the tests. */
record StagePointers(Terminal terminal) {

    void print(String word, Stage stage) {
        terminal.line("%s: %s  %s", word, stage.path(), stage.title());
        terminal.line("  read  %s/README.md", stage.path());
        OpenTask.firstOf(stage).ifPresent(task -> terminal.line("  open  %s", task.place()));
        terminal.line("  run   ./kata run %s", stage.path());
        terminal.line("  or    ./mvnw test -pl %s", stage.path());
    }
}
