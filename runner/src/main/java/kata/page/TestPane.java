package kata.page;

import kata.compile.StageCode;
import kata.stage.KataException;
import kata.stage.Stage;
import kata.watch.FileWatcher;
import kata.worker.Verdict;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Tests a stage whenever its files are saved. While the watch in the terminal is at the same stage,
 * it leaves that to the watch, and only hears of it.
 */
final class TestPane implements AutoCloseable {

    private final Stage stage;
    private final Context context;
    private final Consumer<TestsView> changed;
    private final Consumer<StageCode> saved;
    private final Semaphore saves = new Semaphore(1);
    private final AtomicBoolean isAlone = new AtomicBoolean();
    private final Thread thread =
            Thread.ofPlatform().daemon().name("kata-page-tests").unstarted(this::run);
    private Optional<FileWatcher> files = Optional.empty();
    private TestsView view = TestsView.UNKNOWN;

    /** How often the watch has said what it found. */
    private int heard;

    /**
     * Creates one that does not test yet.
     *
     * @param changed hears what the tests say
     * @param saved hears of the code that was saved
     */
    TestPane(Stage stage, Context context, Consumer<TestsView> changed, Consumer<StageCode> saved) {
        this.stage = stage;
        this.context = context;
        this.changed = changed;
        this.saved = saved;
    }

    /** Starts to test; the first time at once. Does not wait. */
    void start() {
        files = Optional.of(FileWatcher.start(stage.folder().resolve("src"), this::test));
        thread.start();
    }

    /** Tests once more. Does not wait. */
    void test() {
        saves.release();
    }

    /** Tests once more, be it that the watch is at the stage. Does not wait. */
    void testAlone() {
        isAlone.set(true);
        test();
    }

    private void run() {
        try {
            while (true) {
                saves.acquire();
                saves.drainPermits();
                attempt();
            }
        } catch (InterruptedException closed) {
            // Nobody looks any more.
        }
    }

    private void attempt() {
        // In this order: what the watch says before it leaves its tests to this pane is the older.
        boolean isAsked = isAlone.getAndSet(false);
        int before = heard();
        try {
            StageCode code = StageCode.learner(stage);
            saved.accept(code);
            if (isAsked || !context.isWatched().test(stage)) {
                show(view().testing(), before);
                Verdict verdict = context.worker().run(code);
                Optional<String> problem = context.solved().remember(code, verdict);
                show(TestsView.of(code, verdict, problem), before);
            }
        } catch (KataException impossible) {
            show(TestsView.problem(impossible.getMessage()), before);
        } catch (RuntimeException | Error failure) {
            show(TestsView.problem("The tests could not be run: " + failure), before);
        }
    }

    private synchronized int heard() {
        return heard;
    }

    /** Shows what the watch has found out. */
    void show(StageCode code, Verdict verdict) {
        TestsView next = TestsView.of(code, verdict, Optional.empty());
        synchronized (this) {
            heard++;
            view = next;
        }
        changed.accept(next);
    }

    /** Shows what was found out here, unless the watch has said something newer since. */
    private void show(TestsView next, int heardBefore) {
        synchronized (this) {
            if (heard != heardBefore) {
                return;
            }
            view = next;
        }
        changed.accept(next);
    }

    /** Returns what the tests say. */
    synchronized TestsView view() {
        return view;
    }

    @Override
    public void close() {
        files.ifPresent(FileWatcher::close);
        thread.interrupt();
    }
}
