package kata.command;

import kata.files.BackupWriter;
import kata.files.LearnerFiles;
import kata.files.SourceFolder;
import kata.stage.SourceFile;
import kata.stage.Stage;
import kata.terminal.Confirmation;
import kata.terminal.ExitCode;
import kata.terminal.Terminal;

import java.util.List;
import java.util.stream.Stream;

/**
 * Puts other files in the place of those that the learner writes in a stage, if they say yes.
 *
 * @param stage the stage
 * @param terminal where it asks, and says what was done
 * @param question how it asks
 */
record FileReplacement(Stage stage, Terminal terminal, Confirmation question) {

    /**
     * Offers that, unless the files are in their place already; blocks for the answer. What was
     * there is kept.
     *
     * @param what what the files are, such as {@code the starter}
     * @return the exit code
     * @throws kata.stage.KataException if a file cannot be kept or changed
     */
    int offer(String what, List<SourceFile> files) {
        return offer(what, files, List.of());
    }

    /**
     * Offers the same, and to restore tests.
     *
     * @param tests those that are not in their place
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
                        .formatted(what, stage.path(), LearnerFiles.KEPT))) {
            terminal.line("Nothing was changed.");
            return ExitCode.DECLINED;
        }
        BackupWriter writer = LearnerFiles.writer(stage);
        folder.replaceAll(files, writer);
        BackupWriter testWriter = LearnerFiles.testWriter(stage);
        new SourceFolder(stage.testSources()).write(tests, testWriter);
        Stream.of(writer, testWriter)
                .forEach(new WrittenFilesPrinter(stage.root(), terminal)::print);
        return ExitCode.GOOD;
    }
}
