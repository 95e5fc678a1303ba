package kata.launch;

import kata.command.KataCommand;
import kata.compile.Compilation;
import kata.compile.StageCode;
import kata.stage.Kata;
import kata.stage.Stage;
import kata.stage.StagesYaml;
import kata.terminal.Terminal;
import kata.test.TestRun;
import kata.worker.Worker;

import java.nio.file.Path;
import java.util.List;

/**
 * The training run for the {@link AotCache}: does once, in one process, what {@code ./kata} does
 * until the first verdict. How the tests end does not matter.
 */
final class AotTrainingRun {

    private AotTrainingRun() {}

    /** Runs in the kata's folder; blocks for seconds. */
    public static void main(String[] arguments) {
        Path root = Path.of("");
        // Nothing that a learner has written is run here.
        KataCommand.run(root, Terminal.ofSystem(), new Worker(), "report");
        Kata kata = StagesYaml.read(root);
        for (Stage stage : List.of(kata.stages().getFirst(), kata.stages().getLast())) {
            Compilation compilation = Compilation.of(StageCode.solution(stage));
            if (compilation.succeeded()) {
                TestRun.of(compilation);
            }
        }
    }
}
