package kata.page;

import kata.compile.StageCode;
import kata.compile.Variant;
import kata.lesson.Exchange;
import kata.lesson.LessonHtml;
import kata.lesson.LessonPage;
import kata.shell.ObserverAddress;
import kata.stage.KataException;
import kata.stage.Stage;
import kata.worker.Verdict;

import web.Broadcast;
import web.EventSource;
import web.Json;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** A stage that pages show: its shell, its tests, and what changes in them. */
final class OpenStage implements AutoCloseable {

    private final Stage stage;
    private final Context context;
    private final Broadcast broadcast =
            new Broadcast(Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 36));
    private final ShellPane shell;
    private final TestPane tests;
    private final Object lessonLock = new Object();
    private String lessonText = "";
    private Optional<LessonHtml> lesson = Optional.empty();
    private boolean areTestsChanged;
    private boolean isProgressChanged;
    private final AtomicBoolean isDue = new AtomicBoolean();
    private long version;

    /**
     * Creates one in which nothing runs yet.
     *
     * @param changed hears of this stage whenever there is something to tell its pages
     * @param tested is run whenever its tests have ended
     */
    OpenStage(Stage stage, Context context, Consumer<OpenStage> changed, Runnable tested) {
        this.stage = stage;
        this.context = context;
        this.shell =
                new ShellPane(stage, this::exchanges, context.folder(), () -> changed.accept(this));
        this.tests =
                new TestPane(
                        stage,
                        context,
                        view -> {
                            noteTests();
                            changed.accept(this);
                            if (!view.isTesting()) {
                                tested.run();
                            }
                        },
                        shell::saved);
    }

    /** Has its shell start, and its tests run for the first time. Does not wait. */
    void start() {
        // The page asks for it first, and soon.
        Thread.ofPlatform().daemon().name("kata-page-lesson").start(this::renderAhead);
        shell.begin(Variant.LEARNER);
        tests.start();
    }

    private void renderAhead() {
        try {
            lesson();
        } catch (KataException unreadable) {
            // The page says so when it asks.
        }
    }

    /** Returns the lesson; read and rendered again only if its text has changed. */
    LessonHtml lesson() {
        synchronized (lessonLock) {
            String text = LessonPage.markdown(stage);
            if (lesson.isEmpty() || !text.equals(lessonText)) {
                lesson = Optional.of(LessonHtml.of(context.kata(), stage));
                lessonText = text;
            }
            return lesson.get();
        }
    }

    /** Returns what the lesson types. */
    List<Exchange> exchanges() {
        return lesson().exchanges();
    }

    Stage stage() {
        return stage;
    }

    ShellPane shell() {
        return shell;
    }

    TestPane tests() {
        return tests;
    }

    private synchronized void noteTests() {
        areTestsChanged = true;
    }

    /** Notes that a stage, this one or another, stands otherwise than before. */
    synchronized void noteProgress() {
        isProgressChanged = true;
    }

    void tested(StageCode code, Verdict verdict) {
        tests.show(code, verdict);
    }

    /** Notes that there is something to tell; tells whether nobody has noted that before. */
    boolean becomesDue() {
        return isDue.compareAndSet(false, true);
    }

    /** Tells the pages what has changed. */
    synchronized void tell() {
        isDue.set(false);
        Map<String, Object> changes = new LinkedHashMap<>(shell.changes());
        if (areTestsChanged) {
            changes.put("tests", tests.view());
        }
        if (isProgressChanged) {
            changes.put("progress", true);
        }
        areTestsChanged = false;
        isProgressChanged = false;
        if (!changes.isEmpty()) {
            version++;
            broadcast.add(new Broadcast.Change(version, Json.of(changes)));
        }
    }

    /** Returns what a page is told for as long as it listens. */
    EventSource events() {
        return new EventSource(broadcast, this::whole, _ -> "{}");
    }

    private synchronized Broadcast.Change whole() {
        tell();
        Map<String, Object> whole = new LinkedHashMap<>(shell.whole());
        whole.put("tests", tests.view());
        whole.put("epoch", broadcast.epoch());
        return new Broadcast.Change(version, Json.of(whole));
    }

    /** Returns for how long no page has listened, in nanoseconds. */
    long silence() {
        return broadcast.silence();
    }

    /** Returns the address of the observer in the shell, if one runs there. */
    Optional<URI> observer() {
        return new ObserverAddress(shell.address()).page();
    }

    @Override
    public void close() {
        tests.close();
        shell.close();
        broadcast.close();
    }
}
