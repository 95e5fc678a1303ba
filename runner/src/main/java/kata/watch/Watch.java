package kata.watch;

import kata.compile.StageCode;
import kata.progress.CurrentStage;
import kata.stage.Kata;
import kata.stage.KataException;
import kata.stage.Stage;
import kata.terminal.ExitCode;
import kata.worker.Verdict;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;

/**
 * The learner's loop: whenever a file of the current stage has changed, its tests run again. Keys
 * are heard all the time.
 */
public final class Watch {

    private static final Duration TICK = Duration.ofMillis(25);
    private static final Duration TICK_OF_A_RUN = Duration.ofMillis(5);

    private final WatchContext context;
    private final Kata kata;
    private final Console console;
    private final WatchScreen screen;

    private Stage stage;
    private StageCode code;
    private FileChanges changes;
    private Optional<FutureTask<Verdict>> run = Optional.empty();
    private String shown = "";
    private boolean isSolved;

    /** Watches the current stage. */
    public Watch(WatchContext context, Console console, Stage stage) {
        this.context = context;
        this.kata = context.kata();
        this.console = console;
        this.screen = new WatchScreen(kata, context.solved(), context.terminal());
        this.stage = stage;
    }

    /** Watches until the learner quits; returns the exit code. */
    public int run() {
        attempt(() -> enter(stage));
        while (true) {
            Optional<Character> key = console.key(run.isPresent() ? TICK_OF_A_RUN : TICK);
            if (key.filter(Watch::isQuit).isPresent()) {
                return ExitCode.GOOD;
            }
            if (key.filter(this::isEnd).isPresent()) {
                return isSolved ? ExitCode.GOOD : ExitCode.NOT_SOLVED;
            }
            attempt(() -> goOn(key));
        }
    }

    /** What cannot be done is said, and may go well the next time. */
    private void attempt(Runnable step) {
        try {
            step.run();
        } catch (KataException problem) {
            show(screen.impossible(stage, problem.getMessage()));
        }
    }

    private void goOn(Optional<Character> key) {
        key.ifPresent(this::act);
        if (run.isEmpty() && changes.haveArrived()) {
            begin();
        }
        run.filter(FutureTask::isDone).ifPresent(this::finish);
        if (console.wasResized()) {
            console.show(shown);
        }
    }

    /** Once the input has ended, the verdict that is being waited for is the last. */
    private boolean isEnd(char key) {
        return key == Console.END && run.isEmpty();
    }

    private static boolean isQuit(char key) {
        return key == 'q';
    }

    private void enter(Stage next) {
        stage = next;
        changes = new FileChanges(stage.folder().resolve("src"));
        begin();
    }

    private void begin() {
        StageCode now = StageCode.learner(stage);
        code = now;
        FutureTask<Verdict> task = new FutureTask<>(() -> context.worker().run(now));
        Thread.ofPlatform().daemon().name("kata-run").start(task);
        run = Optional.of(task);
        if (shown.isEmpty()) {
            show(screen.running(stage));
        }
    }

    private void finish(FutureTask<Verdict> task) {
        run = Optional.empty();
        try {
            Verdict verdict = task.get();
            isSolved = verdict.passed();
            context.solved().remember(code, verdict);
            show(screen.ended(stage, code, verdict));
        } catch (ExecutionException failure) {
            show(screen.impossible(stage, failure.getCause().getMessage()));
        } catch (InterruptedException | CancellationException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void show(String text) {
        shown = text;
        console.show(text);
    }

    private void act(char key) {
        switch (key) {
            case 'n' -> enterNext();
            case 'r', '\r', '\n' -> {
                if (run.isEmpty()) {
                    begin();
                }
            }
            case Console.END -> {}
            default ->
                    WatchKey.of(key).ifPresentOrElse(this::leaveTo, () -> leaveTo(WatchKey.HELP));
        }
    }

    /** What the command changes in the code is noticed like any other change. */
    private void leaveTo(WatchKey key) {
        CurrentStage chosen = new CurrentStage(kata, _ -> false);
        Optional<Stage> before = chosen.find();
        console.leaveTo(() -> key.perform(context, stage));
        chosen.find()
                .filter(next -> !next.equals(stage) && !before.equals(Optional.of(next)))
                .ifPresentOrElse(this::enterAnew, () -> console.show(shown));
    }

    private void enterAnew(Stage next) {
        shown = "";
        enter(next);
    }

    private void enterNext() {
        List<Stage> stages = kata.stages();
        Stream<Stage> after = stages.stream().skip(stages.indexOf(stage) + 1L);
        Stream<Stage> before = stages.stream().limit(stages.indexOf(stage));
        Stream.concat(after, before)
                .filter(next -> !context.solved().isKnown(next))
                .findFirst()
                .ifPresentOrElse(
                        next -> {
                            new CurrentStage(kata, context.solved()::isKnown).choose(next);
                            enterAnew(next);
                        },
                        () -> show(screen.impossible(stage, "There is no other stage to solve.")));
    }
}
