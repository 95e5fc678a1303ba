package kata.watch;

import kata.compile.StageCode;
import kata.progress.SolvedStages;
import kata.stage.Kata;
import kata.terminal.Terminal;
import kata.worker.Verdict;
import kata.worker.Worker;

import java.util.concurrent.BlockingQueue;
import java.util.function.BiConsumer;

/**
 * What the watch works with.
 *
 * @param terminal what the terminals of commands are like
 * @param commands what the keys stand for
 * @param verdicts hears what became of the learner's code, after each run
 * @param events what the console adds its events to
 */
public record WatchContext(
        Kata kata,
        Worker worker,
        SolvedStages solved,
        Terminal terminal,
        Commands commands,
        BiConsumer<StageCode, Verdict> verdicts,
        BlockingQueue<Event> events) {}
