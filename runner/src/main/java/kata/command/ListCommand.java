package kata.command;

import kata.progress.CurrentStage;
import kata.progress.SolvedStages;
import kata.stage.Chapter;
import kata.stage.Kata;
import kata.stage.Stage;
import kata.terminal.ExitCode;
import kata.terminal.Marks;
import kata.terminal.Terminal;

import picocli.CommandLine.Command;

import java.util.LinkedHashMap;
import java.util.Map;

@Command(
        name = "list",
        description = "List the stages in walking order, and the next one to solve.")
final class ListCommand extends KataSubcommand {

    /** Blocks while the tests of a stage run that is not known to be solved. */
    @Override
    public Integer call() {
        Kata kata = parent.kata();
        Terminal terminal = parent.terminal();
        SolvedStages solved = parent.solved();
        Map<Stage, Boolean> stages = new LinkedHashMap<>();
        kata.stages().forEach(stage -> stages.put(stage, solved.contains(stage)));
        int width = kata.allStages().mapToInt(stage -> stage.name().length()).max().orElse(1);
        kata.chapters().forEach(chapter -> print(kata, chapter, stages, width));
        terminal.line(
                "%d of %d solved%n",
                stages.values().stream().filter(is -> is).count(), stages.size());
        new CurrentStage(kata, stages::get)
                .find()
                .ifPresentOrElse(
                        stage -> new StagePointers(terminal).print("Next", stage),
                        () -> terminal.line("Every stage that is there is solved."));
        return ExitCode.GOOD;
    }

    private void print(Kata kata, Chapter chapter, Map<Stage, Boolean> stages, int width) {
        Terminal terminal = parent.terminal();
        terminal.line("%s  %s", chapter.folder(), chapter.title());
        for (Stage stage : chapter.stages()) {
            kata.detoursBefore(stage)
                    .forEach(first -> terminal.line("%16sfirst %s", "", first.path()));
            terminal.line(
                    "  %s  %-" + width + "s  %s",
                    state(stages.get(stage), terminal.marks()),
                    stage.name(),
                    stage.title());
        }
        terminal.gap();
    }

    /** A stage that is still to come is neither solved nor not. */
    private static String state(Boolean solved, Marks marks) {
        if (solved == null) {
            return marks.toCome() + " to come   ";
        }
        return solved ? marks.good() + " solved    " : marks.bad() + " not solved";
    }
}
