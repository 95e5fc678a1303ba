package kata.command;

import kata.files.BackupWriter;
import kata.files.SourceFolder;
import kata.stage.SourceFile;
import kata.stage.Stage;
import kata.terminal.Confirmation;
import kata.terminal.ExitCode;
import kata.terminal.Terminal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Puts other files in the place of those that the learner writes in a stage, if they say yes. */
record FileReplacement(Stage stage, Terminal terminal, Confirmation question) {

    /**
     * Offers that, and to restore tests, unless all is in its place already; blocks for the answer.
     * What was there is kept.
     *
     * @param what what the files are, such as {@code the starter}
     * @param tests those that are not in their place
     * @return the exit code
     * @throws kata.stage.KataException if a file cannot be kept or changed
     */
    int offer(String what, List<SourceFile> files, List<SourceFile> tests) {
        var folder = new SourceFolder(stage.starterSources());
        if (folder.holds(files) && tests.isEmpty()) {
            terminal.line("Your files of %s are %s already.", stage.path(), what);
            return ExitCode.GOOD;
        }
        if (!question.ask(
                terminal,
                "Put %s in the place of your files of %s, which are kept below %s?"
                        .formatted(what, stage.path(), BackupWriter.KEPT))) {
            terminal.line("Nothing was changed.");
            return ExitCode.DECLINED;
        }
        BackupWriter writer = BackupWriter.of(stage, stage.starterSources());
        tell(() -> folder.replaceAll(files, writer), writer, stage.root(), terminal);
        BackupWriter testWriter = BackupWriter.of(stage, stage.testSources());
        var testFolder = new SourceFolder(stage.testSources());
        tell(() -> testFolder.write(tests, testWriter), testWriter, stage.root(), terminal);
        return ExitCode.GOOD;
    }

    /**
     * Takes a step, and prints what it has written and deleted, and where that is kept which was
     * there before: also if it fails half way.
     */
    static void tell(Runnable step, BackupWriter writer, Path root, Terminal terminal) {
        try {
            step.run();
        } finally {
            print(writer, root, terminal);
        }
    }

    private static void print(BackupWriter writer, Path root, Terminal terminal) {
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
