package kata.watch;

import kata.progress.SolvedStages;
import kata.stage.Kata;
import kata.terminal.Terminal;
import kata.worker.Worker;

/**
 * What the watch works with.
 *
 * @param kata the kata that is watched
 * @param worker what runs the tests
 * @param solved knows which stages are solved
 * @param terminal where commands print
 * @param commands what the keys stand for
 */
public record WatchContext(
        Kata kata, Worker worker, SolvedStages solved, Terminal terminal, Commands commands) {}
