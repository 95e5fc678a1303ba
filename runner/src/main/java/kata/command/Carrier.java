package kata.command;

import kata.compile.CompileError;
import kata.files.BackupWriter;
import kata.files.CarryCandidates;
import kata.files.CarryCheck;
import kata.files.LearnerFiles;
import kata.files.SourceFolder;
import kata.progress.OpenTask;
import kata.stage.SourceFile;
import kata.stage.Stage;
import kata.terminal.Terminal;

import java.util.ArrayList;
import java.util.List;

/**
 * Carries a learner's own files from one stage into the next, and says which and why not the
 * others.
 *
 * @param from the stage that they were written in
 * @param next the stage that goes on with its code
 * @param terminal where it says so
 */
record Carrier(Stage from, Stage next, Terminal terminal) {

    /**
     * Carries them; blocks for a few compilations.
     *
     * @param force whether to replace files that the learner has changed in the next stage
     * @throws kata.stage.KataException if the next stage does not compile as it is, or a file
     *     cannot be kept or changed
     */
    void carry(boolean force) {
        terminal.line("Your code of %s, for %s:", from.path(), next.path());
        var luggage = new CarryCandidates(from, next);
        List<SourceFile> wanted = wanted(luggage, force);
        if (wanted.isEmpty()) {
            terminal.line("There is nothing to carry.");
            return;
        }
        CarryCheck fit = CarryCheck.of(next, wanted);
        fit.unfit().forEach(this::printUnfit);
        BackupWriter writer = LearnerFiles.writer(next);
        new SourceFolder(next.starterSources()).write(fit.fitting(), writer);
        new WrittenFilesPrinter(next.root(), terminal).print(writer);
    }

    private List<SourceFile> wanted(CarryCandidates luggage, boolean force) {
        luggage.changedByTheStep()
                .forEach(path ->
                        terminal.line("left    %s: this step goes on from the reference's", path));
        List<SourceFile> wanted = new ArrayList<>();
        for (SourceFile file : luggage.files()) {
            if (OpenTask.in(file).findAny().isPresent()) {
                terminal.line("left    %s: a task is open in it", file.path());
            } else if (luggage.isTaken(file) && !force) {
                terminal.line(
                        "left    %s: you have changed it in %s already; --force replaces it",
                        file.path(), next.path());
            } else {
                wanted.add(file);
            }
        }
        return wanted;
    }

    private void printUnfit(SourceFile file, CompileError error) {
        terminal.line("left    %s: with it, %s would not compile", file.path(), next.path());
        terminal.text(error.print().indent(8));
    }
}
