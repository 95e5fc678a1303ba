package kata.watch;

import kata.progress.SolvedStages;
import kata.stage.Kata;
import kata.terminal.Terminal;
import kata.worker.Worker;

import java.util.concurrent.BlockingQueue;

/**
 * What the watch works with.
 *
 * @param terminal what the terminals of commands are like
 * @param commands what the keys stand for
 * @param verdicts hears what becomes of the learner's code
 * @param events what the console adds its events to
 */
public record WatchContext(
        Kata kata,
        Worker worker,
        SolvedStages solved,
        Terminal terminal,
        Commands commands,
        VerdictListener verdicts,
        BlockingQueue<Event> events) {}
