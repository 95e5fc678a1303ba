package kata.command;

import kata.puzzle.Puzzle;
import kata.puzzle.PuzzleFile;
import kata.puzzle.PuzzleLoop;
import kata.stage.Stage;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;

@Command(
        name = "puzzle",
        description =
                "Put the lines of the reference's solutions into order, and leave out those that"
                    + " come from wrong ones. They are in the stage's puzzle.txt, and are checked"
                    + " whenever you save it.")
final class PuzzleCommand extends StageCommand {

    private static final int SEEDS = 1000;

    @Option(
            names = "--seed",
            paramLabel = "<n>",
            description =
                    "Begin the puzzle with this number; a whole room can have the same. What was"
                            + " done of another is kept below .kata/kept.")
    private Long seed;

    @Override
    public Integer call() {
        Stage stage = stageAsFarAsKnown();
        var file = new PuzzleFile(stage);
        OptionalLong begun = file.seed();
        long chosen =
                Optional.ofNullable(seed)
                        .orElseGet(() -> begun.orElseGet(() -> new Random().nextInt(SEEDS)));
        Puzzle puzzle = Puzzle.of(stage, chosen);
        if (begun.isEmpty() || begun.getAsLong() != chosen) {
            file.begin(puzzle);
        }
        parent.worker().start();
        return new PuzzleLoop(puzzle, file, parent.terminal(), parent.worker()).run();
    }
}
