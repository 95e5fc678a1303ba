package kata.page;

import kata.progress.SolvedStages;
import kata.stage.Kata;
import kata.stage.Stage;
import kata.worker.Worker;

import java.nio.file.Path;
import java.util.function.Predicate;

/**
 * What the pages work with.
 *
 * @param folder where shells say how they can be reached; for this user only
 * @param isWatched tells whether the watch in the terminal tests a stage
 */
record Context(
        Kata kata, Worker worker, SolvedStages solved, Path folder, Predicate<Stage> isWatched) {}
