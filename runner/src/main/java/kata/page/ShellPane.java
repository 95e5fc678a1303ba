package kata.page;

import kata.compile.Compilation;
import kata.compile.CompileError;
import kata.compile.StageCode;
import kata.compile.Variant;
import kata.lesson.Exchange;
import kata.page.ShellView.State;
import kata.shell.StageShell;
import kata.shell.TypedShell;
import kata.stage.KataException;
import kata.stage.Stage;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A stage's shell, and what has been typed into it: the lesson's lines, and the learner's own. All
 * pages of the stage have the same one.
 */
final class ShellPane implements AutoCloseable {

    private static final String INTERRUPTED = "Stopped. What was defined before is still there.";

    private final Stage stage;
    private final Supplier<List<Exchange>> lesson;
    private final Path folder;
    private final Runnable changed;

    private final Transcript transcript = new Transcript();
    private ShellView view = new ShellView(0, Variant.LEARNER, State.ENDED, "");
    private Optional<TypedShell> shell = Optional.empty();
    private Optional<StageCode> code = Optional.empty();
    private boolean isStopped;
    private boolean isViewChanged = true;
    private boolean isRestarted = true;

    /**
     * Creates a pane without a shell.
     *
     * @param lesson returns what the lesson types
     * @param folder where the shells say how they can be reached
     * @param changed is run whenever there is something to tell the pages
     */
    ShellPane(Stage stage, Supplier<List<Exchange>> lesson, Path folder, Runnable changed) {
        this.stage = stage;
        this.lesson = lesson;
        this.folder = folder;
        this.changed = changed;
    }

    /** Begins anew with this code. Does not wait. */
    synchronized void begin(Variant choice) {
        shell.ifPresent(TypedShell::close);
        shell = Optional.empty();
        code = Optional.empty();
        transcript.clear();
        isStopped = false;
        isRestarted = true;
        int number = view.number() + 1;
        show(new ShellView(number, choice, State.STARTING, ""));
        Thread.ofPlatform().daemon().name("kata-shell-start").start(() -> start(number, choice));
    }

    private void start(int number, Variant choice) {
        try {
            StageCode read = choice.of(stage);
            Compilation compilation = Compilation.withoutTests(read);
            ifStill(number, () -> start(read, compilation));
            compareWithSaved();
        } catch (KataException | UncheckedIOException impossible) {
            ifStill(number, () -> showBroken(impossible.getMessage()));
        } catch (RuntimeException | Error failure) {
            ifStill(number, () -> showBroken("The shell could not be started: " + failure));
        }
    }

    /** What was saved while the code was compiled could not be compared then. */
    private void compareWithSaved() {
        try {
            saved(StageCode.learner(stage));
        } catch (KataException unreadable) {
            // The tests say so.
        }
    }

    /** Does something, unless another shell has taken the place of the one of this number. */
    private synchronized void ifStill(int number, Runnable step) {
        if (number == view.number()) {
            step.run();
        }
    }

    private void start(StageCode read, Compilation compilation) {
        code = Optional.of(read);
        if (!compilation.succeeded()) {
            showBroken(
                    compilation.errors().stream()
                            .map(CompileError::print)
                            .collect(Collectors.joining("\n")));
            return;
        }
        int number = view.number();
        StageShell observed = StageShell.observed(compilation, address());
        shell =
                Optional.of(
                        TypedShell.start(
                                observed, address(), event -> ifStill(number, () -> hear(event))));
    }

    private void showBroken(String problem) {
        show(new ShellView(view.number(), view.code(), State.BROKEN, problem));
    }

    /** Returns the file in which the observer of the shell says where it is. */
    synchronized Path address() {
        return folder.resolve("%s-%d".formatted(stage.path().replace('/', '-'), view.number()));
    }

    /** Types the lesson's exchanges up to one, apart from those that have run. Does not wait. */
    synchronized void runUpTo(int last) {
        IntStream.rangeClosed(0, last)
                .filter(index -> !transcript.isDone(index))
                .forEach(this::run);
    }

    /** Types these of the lesson's exchanges, be it again. Does not wait. */
    synchronized void run(int first, int last) {
        IntStream.rangeClosed(first, last).forEach(this::run);
    }

    private void run(int index) {
        add(Optional.of(index), lesson.get().get(index).typed().toList());
    }

    /** Types lines of the learner's own. Does not wait. */
    synchronized void type(String text) {
        add(Optional.empty(), text.lines().toList());
    }

    private void add(Optional<Integer> exchange, List<String> lines) {
        if (view.state() == State.ENDED) {
            throw new KataException("The shell has ended: begin another.");
        }
        transcript.add(exchange, lines);
        if (isFree()) {
            view = view.inNextRun();
            typeNext();
        }
        changed.run();
    }

    private boolean isFree() {
        return view.state() == State.READY || view.state() == State.INCOMPLETE;
    }

    private void typeNext() {
        transcript.next().ifPresent(this::typeNow);
    }

    private void typeNow(List<String> lines) {
        show(State.RUNNING);
        shell.ifPresent(running -> running.type(lines));
    }

    /**
     * Ends what runs, and what waits for it, if it is still this run of this shell.
     *
     * @param byForce whether to end the process in which it runs
     */
    synchronized void stop(long number, long run, boolean byForce) {
        boolean canStop = view.state() == State.RUNNING || view.state() == State.INCOMPLETE;
        if (!canStop || number != view.number() || run != view.run()) {
            return;
        }
        transcript.stop();
        isStopped = true;
        // What is typed meanwhile waits, and is not stopped as well.
        show(State.RUNNING);
        shell.ifPresent(running -> running.stop(byForce));
    }

    /** Looks whether the code is still what the learner has saved. */
    synchronized void saved(StageCode now) {
        if (view.code() != Variant.LEARNER) {
            return;
        }
        boolean isOutdated =
                code.filter(known -> !known.sources().equals(now.sources())).isPresent();
        if (view.state() == State.BROKEN && (isOutdated || code.isEmpty())) {
            begin(Variant.LEARNER);
        } else if (isOutdated != view.isOutdated()) {
            show(view.outdated(isOutdated));
        }
    }

    private void show(State state) {
        show(view.in(state));
    }

    private void show(ShellView next) {
        view = next;
        isViewChanged = true;
        changed.run();
    }

    synchronized State state() {
        return view.state();
    }

    /** Returns all that a page shows. */
    synchronized Map<String, Object> whole() {
        return Map.of("shell", view, "entries", transcript.whole());
    }

    /** Returns what has changed since the last time. */
    synchronized Map<String, Object> changes() {
        Map<String, Object> changes = new LinkedHashMap<>();
        if (isViewChanged) {
            changes.put("shell", view);
        }
        if (isRestarted) {
            changes.put("restarted", true);
        }
        List<Map<String, Object>> changed = transcript.changes();
        if (!changed.isEmpty()) {
            changes.put("entries", changed);
            changes.put("first", transcript.first());
        }
        isViewChanged = false;
        isRestarted = false;
        return changes;
    }

    @Override
    public synchronized void close() {
        shell.ifPresent(TypedShell::close);
        shell = Optional.empty();
        // What it says in the end is of no interest.
        show(new ShellView(view.number() + 1, view.code(), State.ENDED, ""));
    }

    private void hear(TypedShell.Event event) {
        switch (event) {
            case TypedShell.Event.Printed(String text) -> {
                transcript.printed(text);
                changed.run();
            }
            case TypedShell.Event.Waits(boolean continues) -> {
                transcript.end(isStopped ? INTERRUPTED : "", lesson);
                isStopped = false;
                show(continues ? State.INCOMPLETE : State.READY);
                typeNext();
            }
            case TypedShell.Event.Ended() -> {
                transcript.end("The shell has ended.", lesson);
                transcript.stop();
                shell = Optional.empty();
                show(State.ENDED);
            }
        }
    }
}
