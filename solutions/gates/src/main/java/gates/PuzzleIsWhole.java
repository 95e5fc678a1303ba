package gates;

import kata.compile.Compilation;
import kata.compile.StageCode;
import kata.puzzle.Puzzle;
import kata.stage.Stage;

import java.util.List;
import java.util.stream.Stream;

/**
 * The pieces of a stage's puzzle make the reference, and some of them come from wrong solutions. A
 * transfer stage has no puzzle: its reference is one design of many.
 */
public final class PuzzleIsWhole implements Gate {

    @Override
    public String promise() {
        return "the puzzle's pieces make the reference, and wrong ones are among them";
    }

    @Override
    public List<Finding> inspect(Stage stage) {
        return stage.isTransfer() ? List.of() : Inspection.of(stage.path(), () -> findings(stage));
    }

    private static Stream<Finding> findings(Stage stage) {
        Puzzle puzzle = Puzzle.of(stage, 1);
        StageCode code = StageCode.derived(stage, "puzzle", puzzle.sources(puzzle.solution()));
        Stream<Finding> refused =
                Compilation.of(code).errors().stream()
                        .map(error ->
                                Inspection.refused(
                                        code,
                                        error,
                                        "Write the solution so that each line ends a statement or"
                                                + " opens a block."));
        return Stream.concat(refused, tooEasy(puzzle));
    }

    private static Stream<Finding> tooEasy(Puzzle puzzle) {
        return puzzle.hasDistractors()
                ? Stream.of()
                : Stream.of(
                        new Finding(
                                puzzle.stage().path(),
                                "No wrong solution has other lines where a task is solved.",
                                "Add a wrong solution of a task."));
    }
}
