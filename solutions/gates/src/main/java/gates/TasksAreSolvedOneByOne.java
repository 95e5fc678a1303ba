package gates;

import kata.compile.StageCode;
import kata.stage.Stage;
import kata.starter.Derivation;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Every solved task turns its tests green, and leaves those of the tasks behind it red. */
public final class TasksAreSolvedOneByOne implements Gate {

    @Override
    public String promise() {
        return "the tasks can be solved one by one, in their order";
    }

    @Override
    public List<Finding> inspect(Stage stage) {
        return Inspection.of(stage.path(), () -> findings(stage));
    }

    private static Stream<Finding> findings(Stage stage) {
        Derivation derivation = Derivation.of(stage);
        return IntStream.range(1, stage.tasks().size())
                .boxed()
                .flatMap(solved -> findings(stage, derivation, solved));
    }

    private static Stream<Finding> findings(Stage stage, Derivation derivation, int solved) {
        StageCode code =
                StageCode.derived(stage, "solved-up-to-" + solved, derivation.upTo(solved));
        return Inspection.run(
                code,
                new ExpectedProgress(stage, solved)::judge,
                "Order the tasks such that each compiles without those behind it.");
    }
}
