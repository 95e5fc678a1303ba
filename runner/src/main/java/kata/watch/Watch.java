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
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The learner's loop: whenever a source of the current stage has changed, its tests run again. All
 * that happens is an {@link Event} of one queue, and none is waited for: keys are heard while tests
 * run, and saves while something is read.
 */
public final class Watch {

    /** A run that is about to end by itself leaves the worker warm for the next one. */
    private static final Duration GRACE = Duration.ofMillis(300);

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final WatchContext context;
    private final BlockingQueue<Event> events;
    private final Kata kata;
    private final WatchScreen painter;
    private final TypedAhead typedAhead = new TypedAhead();
    private final WatchPanel panel;

    private volatile Stage stage;
    private Optional<FileWatcher> sources = Optional.empty();
    private Optional<TestExecution> run = Optional.empty();
    private Optional<Duration> saved = Optional.empty();
    private boolean isSolved;
    private boolean inputHasEnded;
    private OptionalInt exitCode = OptionalInt.empty();

    /**
     * Prepares to watch a stage.
     *
     * @param context has the events, among them the {@linkplain #choices choices} of other stages
     *     since this one was chosen
     */
    public Watch(WatchContext context, Console console, Stage stage) {
        this.context = context;
        this.events = context.events();
        this.kata = context.kata();
        this.painter = new WatchScreen(kata, context.solved(), context.terminal());
        this.panel = new WatchPanel(context, console, typedAhead);
        this.stage = stage;
    }

    /** Watches until the learner quits; returns the exit code. */
    public int run() {
        try {
            attempt(() -> enter(stage));
            while (exitCode.isEmpty()) {
                Optional<Event> event = next();
                attempt(() -> event.ifPresentOrElse(this::handle, this::showTime));
                hearTyped();
                endWithInput();
            }
            return exitCode.getAsInt();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return ExitCode.NOT_SOLVED;
        } finally {
            run.ifPresent(TestExecution::cancel);
            sources.ifPresent(FileWatcher::close);
        }
    }

    /** Returns the stage that is tested now; any thread may ask. */
    public Optional<Stage> stage() {
        return Optional.of(stage);
    }

    /** Has each choice of a stage that is made from now on be heard by the watch of a kata. */
    public static FileWatcher choices(Kata kata, BlockingQueue<Event> events) {
        return FileWatcher.start(
                CurrentStage.path(kata), () -> events.add(new Event.StageChosen()));
    }

    /** Returns the next event; nothing if it is time to show how long the tests have run. */
    private Optional<Event> next() throws InterruptedException {
        if (run.isEmpty()) {
            return Optional.of(events.take());
        }
        Duration time = saved.isPresent() ? GRACE : SECOND;
        return Optional.ofNullable(events.poll(time.toMillis(), TimeUnit.MILLISECONDS));
    }

    private void handle(Event event) {
        switch (event) {
            case Event.Key(char key) when key == Keys.CONTROL_C ->
                    exitCode = OptionalInt.of(ExitCode.GOOD);
            case Event.Typed typed -> typedAhead.add(typed);
            case Event.ScreenLost() -> panel.draw();
            case Event.Saved() -> save();
            case Event.StageChosen() ->
                    new CurrentStage(kata, _ -> false)
                            .chosen()
                            .filter(chosen -> !chosen.equals(stage))
                            .ifPresent(this::enter);
            case Event.Printed(CommandExecution command) -> panel.show(command);
            case Event.Ended(TestExecution ended, Verdict verdict) -> {
                if (isOver(ended)) {
                    show(ended.code(), verdict);
                }
            }
            case Event.Impossible(TestExecution ended, String problem) -> {
                if (isOver(ended)) {
                    context.verdicts().untested(stage);
                    throw new KataException(problem);
                }
            }
        }
        cancelOutdated();
    }

    /** What cannot be done is said, and may go well the next time. */
    private void attempt(Runnable step) {
        try {
            step.run();
        } catch (KataException problem) {
            panel.showVerdict(painter.head(stage), painter.impossible(problem.getMessage()));
        }
    }

    private void enter(Stage next) {
        run.ifPresent(TestExecution::cancel);
        sources.ifPresent(FileWatcher::close);
        Stage left = stage;
        stage = next;
        if (!left.equals(next)) {
            context.verdicts().untested(left);
        }
        isSolved = false;
        sources =
                Optional.of(
                        FileWatcher.start(
                                stage.folder().resolve("src"),
                                () -> events.add(new Event.Saved())));
        painter.forget();
        panel.enter(painter.head(stage));
        begin();
    }

    private void begin() {
        run = Optional.empty();
        saved = Optional.empty();
        run =
                Optional.of(
                        TestExecution.start(
                                context.worker(), StageCode.learner(stage), events::add));
        panel.showRunning(Duration.ZERO);
    }

    private void save() {
        if (run.isEmpty()) {
            begin();
        } else if (saved.isEmpty()) {
            saved = Optional.of(run.get().time());
        }
    }

    private void showTime() {
        run.ifPresent(running -> panel.showRunning(running.time()));
        cancelOutdated();
    }

    /** The verdict on code that has changed since would come too late. */
    private void cancelOutdated() {
        run.filter(running ->
                        saved.filter(at -> running.time().minus(at).compareTo(GRACE) >= 0)
                                .isPresent())
                .ifPresent(outdated -> {
                    outdated.cancel();
                    begin();
                });
    }

    /** Tells whether this is the end of the run that counts; if not, another begins, or has. */
    private boolean isOver(TestExecution ended) {
        if (run.filter(ended::equals).isEmpty()) {
            return false;
        }
        run = Optional.empty();
        if (saved.isPresent()) {
            begin();
            return false;
        }
        return true;
    }

    private void show(StageCode code, Verdict verdict) {
        if (verdict.passed() && !isSolved) {
            panel.close();
        }
        isSolved = verdict.passed();
        Optional<String> problem = context.solved().remember(code, verdict);
        context.verdicts().tested(code, verdict);
        String text = painter.verdict(code, verdict, problem);
        panel.showVerdict(painter.head(stage), text);
    }

    private void hearTyped() {
        Optional<Event.Typed> typed = typedAhead.next();
        while (typed.isPresent() && exitCode.isEmpty()) {
            Event.Typed next = typed.get();
            attempt(() -> hear(next));
            typed = typedAhead.next();
        }
    }

    private void hear(Event.Typed typed) {
        switch (typed) {
            case Event.Key(char key) -> press(key);
            case Event.Pasted(String text) -> panel.paste(text);
            case Event.Line(String line) -> type(line);
            case Event.InputEnded() -> endInput();
        }
    }

    private void type(String line) {
        if (panel.asks()) {
            panel.answer(line);
        } else {
            press(line.isBlank() ? '\n' : line.strip().charAt(0));
        }
    }

    private void press(char key) {
        if (panel.hears(key)) {
            return;
        }
        WatchKey.of(key)
                .ifPresent(known -> {
                    switch (known) {
                        case QUIT -> exitCode = OptionalInt.of(ExitCode.GOOD);
                        case RUN -> save();
                        case NEXT -> enterNext();
                        case EDITOR ->
                                painter.place(stage).ifPresent(place -> panel.edit(place, stage));
                        default -> panel.run(known, stage);
                    }
                });
    }

    private void endInput() {
        inputHasEnded = true;
        panel.endInput();
    }

    /** Once the input has ended, what is being waited for is the last. */
    private void endWithInput() {
        if (inputHasEnded && run.isEmpty() && !panel.isBusy() && exitCode.isEmpty()) {
            exitCode = OptionalInt.of(isSolved ? ExitCode.GOOD : ExitCode.NOT_SOLVED);
        }
    }

    private void enterNext() {
        List<Stage> stages = kata.stages();
        Stream<Stage> after = stages.stream().skip(stages.indexOf(stage) + 1L);
        Stream<Stage> before = stages.stream().limit(stages.indexOf(stage));
        Stage next =
                Stream.concat(after, before)
                        .filter(other -> !context.solved().isKnown(other))
                        .findFirst()
                        .orElseThrow(() -> new KataException("There is no other stage to solve."));
        // Where the choice cannot be kept, it is made all the same.
        KataException.problemOf(
                () -> new CurrentStage(kata, context.solved()::isKnown).choose(next));
        enter(next);
    }
}
