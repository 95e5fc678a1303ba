package kata.cli;

import kata.model.Kata;
import kata.model.KataFile;
import kata.model.Stage;
import kata.run.Compilation;
import kata.run.StageCode;
import kata.run.TestRun;
import kata.worker.Worker;

import java.nio.file.Path;
import java.util.List;

/**
 * Does once, in one process, what {@code ./kata} does from its start to the first verdict, so that
 * Java can keep the classes that it takes. How the tests end is of no interest.
 */
final class Rehearsal {

    private Rehearsal() {}

    /** Runs in the kata's folder; blocks for seconds. */
    public static void main(String[] arguments) {
        Path root = Path.of("");
        // Of what a learner has written nothing is run here.
        Main.run(root, Terminal.ofSystem(), new Worker(), "report");
        Kata kata = KataFile.read(root);
        for (Stage stage : List.of(kata.stages().getFirst(), kata.stages().getLast())) {
            if (Compilation.of(StageCode.solution(stage)) instanceof Compilation.Compiled code) {
                TestRun.of(code);
            }
        }
    }
}
