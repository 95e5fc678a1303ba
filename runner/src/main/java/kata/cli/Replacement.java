package kata.cli;

import kata.model.SourceFile;
import kata.model.Stage;
import kata.work.CarefulWriter;
import kata.work.SourceFolder;

import java.util.List;

/**
 * Puts other files in the place of those that the learner writes in a stage, if they say yes.
 *
 * @param stage the stage
 * @param terminal where it asks, and says what was done
 * @param question how it asks
 */
record Replacement(Stage stage, Terminal terminal, Question question) {

    /**
     * Offers that, unless the files are in their place already; blocks for the answer. What was
     * there is kept.
     *
     * @param what what the files are, such as {@code the starter}
     * @return the exit code
     * @throws kata.model.KataException if a file cannot be kept or changed
     */
    int offer(String what, List<SourceFile> files) {
        var folder = new SourceFolder(stage.starterSources());
        if (folder.holds(files)) {
            terminal.line("Your files of %s are %s already.", stage.path(), what);
            return ExitCode.GOOD;
        }
        if (!question.ask(
                terminal,
                "Put %s in the place of your files of %s, which are kept below %s?"
                        .formatted(what, stage.path(), OwnFiles.KEPT))) {
            terminal.line("Nothing was changed.");
            return ExitCode.DECLINED;
        }
        CarefulWriter writer = OwnFiles.writer(stage);
        folder.replaceAll(files, writer);
        new WrittenFiles(stage.root(), terminal).print(writer);
        return ExitCode.GOOD;
    }
}
