package kata.command;

import kata.files.BackupWriter;
import kata.terminal.Terminal;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Prints what was written and deleted, and where that is kept which was there before.
 *
 * @param root the kata's folder, below which all of it is
 * @param terminal where it prints
 */
record WrittenFilesPrinter(Path root, Terminal terminal) {

    /** Prints what this writer has done. */
    void print(BackupWriter writer) {
        for (Path file : writer.changed()) {
            terminal.line(
                    "%s %s", Files.exists(file) ? "wrote  " : "deleted", root.relativize(file));
        }
        writer.keptIn()
                .ifPresent(folder -> {
                    terminal.line(
                            "What these files held before is kept in %s", root.relativize(folder));
                    terminal.line("To get a file back, copy it from there to its old place.");
                });
    }
}
