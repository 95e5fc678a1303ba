package kata.command;

import kata.progress.CurrentStage;
import kata.progress.SolvedStages;
import kata.stage.Chapter;
import kata.stage.Kata;
import kata.stage.Stage;
import kata.terminal.Terminal;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Prints the stages in walking order, how far the learner has come, and what to do next.
 *
 * @param terminal where it prints
 * @param solved knows which stages are solved
 */
record StageListPrinter(Terminal terminal, SolvedStages solved) {

    /** Prints the list; blocks while the tests of a stage run that is not known to be solved. */
    void print(Kata kata) {
        Map<Stage, Boolean> stages = new LinkedHashMap<>();
        kata.stages().forEach(stage -> stages.put(stage, solved.contains(stage)));
        int width = kata.allStages().mapToInt(stage -> name(stage).length()).max().orElse(1);
        kata.chapters().forEach(chapter -> print(chapter, stages, width));
        terminal.line(
                "%d of %d solved",
                stages.values().stream().filter(is -> is).count(), stages.size());
        terminal.gap();
        new CurrentStage(kata, stages::get)
                .find()
                .ifPresentOrElse(
                        stage -> new StagePointers(terminal).print("Next", stage), this::printEnd);
    }

    private void print(Chapter chapter, Map<Stage, Boolean> stages, int width) {
        terminal.line("%s  %s", chapter.folder(), chapter.title());
        for (Stage stage : chapter.stages()) {
            terminal.line(
                    "  %s  %-" + width + "s  %s", state(stage, stages), name(stage), stage.title());
        }
        terminal.gap();
    }

    private String state(Stage stage, Map<Stage, Boolean> stages) {
        if (!stage.exists()) {
            return terminal.marks().toCome() + " to come   ";
        }
        return stages.get(stage)
                ? terminal.marks().good() + " solved    "
                : terminal.marks().bad() + " not solved";
    }

    private static String name(Stage stage) {
        return stage.path().substring(stage.path().lastIndexOf('/') + 1);
    }

    private void printEnd() {
        terminal.line("Every stage that is there is solved.");
    }
}
