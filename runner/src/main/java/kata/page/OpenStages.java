package kata.page;

import kata.compile.StageCode;
import kata.stage.Stage;
import kata.worker.Verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The stages that pages show. One that no page has shown for a while is closed, and so is the one
 * that was left longest ago if there are many.
 */
final class OpenStages implements AutoCloseable {

    private static final int MOST = 4;
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(10);

    /** A page that is silent for less will come back, be it that its line was cut. */
    private static final long AWAY_NANOS = TimeUnit.SECONDS.toNanos(5);

    /** What is printed within this time is told at once. */
    private static final long MILLIS = 20;

    private final Context context;
    private final Map<String, OpenStage> stages = new HashMap<>();

    /** What comes after its end is of no interest. */
    private final ScheduledExecutorService clock =
            new ScheduledThreadPoolExecutor(
                    1,
                    Thread.ofPlatform().daemon().name("kata-page").factory(),
                    new ThreadPoolExecutor.DiscardPolicy());

    /** What the watch has said last. */
    private Optional<Tested> watched = Optional.empty();

    private record Tested(StageCode code, Verdict verdict) {}

    OpenStages(Context context) {
        this.context = context;
        clock.scheduleWithFixedDelay(this::closeSilent, 1, 1, TimeUnit.MINUTES);
    }

    /** Returns a stage, and opens it if it is not open. */
    synchronized OpenStage open(Stage stage) {
        OpenStage known = stages.get(stage.path());
        if (known != null) {
            return known;
        }
        makeRoom();
        var opened = new OpenStage(stage, context, this::changed, this::noteProgress);
        stages.put(stage.path(), opened);
        // It may be about older code than what is tested next.
        watched.filter(last -> last.code().stage().equals(stage))
                .ifPresent(last -> opened.tested(last.code(), last.verdict()));
        opened.start();
        return opened;
    }

    /** Returns a stage if it is open. */
    synchronized Optional<OpenStage> find(String path) {
        return Optional.ofNullable(stages.get(path));
    }

    /** Hears what the watch in the terminal has found out. */
    synchronized void tested(StageCode code, Verdict verdict) {
        watched = Optional.of(new Tested(code, verdict));
        find(code.stage().path()).ifPresent(stage -> stage.tested(code, verdict));
    }

    /** Hears that the watch in the terminal leaves the code of a stage as it is to others. */
    synchronized void untested(Stage stage) {
        find(stage.path()).ifPresent(open -> open.tests().testAlone());
    }

    /** Has all pages look again how the stages stand. */
    synchronized void noteProgress() {
        stages.values()
                .forEach(stage -> {
                    stage.noteProgress();
                    changed(stage);
                });
    }

    private void makeRoom() {
        while (stages.size() >= MOST) {
            Optional<OpenStage> left =
                    stages.values().stream()
                            .filter(stage -> stage.silence() > AWAY_NANOS)
                            .max(Comparator.comparingLong(OpenStage::silence));
            if (left.isEmpty()) {
                return;
            }
            close(left.get());
        }
    }

    private synchronized void closeSilent() {
        new ArrayList<>(stages.values())
                .stream().filter(stage -> stage.silence() > PATIENCE_NANOS).forEach(this::close);
    }

    private void close(OpenStage stage) {
        stages.remove(stage.stage().path());
        stage.close();
    }

    /** Tells the pages soon, and once for all that happens until then. */
    private void changed(OpenStage stage) {
        if (stage.becomesDue()) {
            clock.schedule(stage::tell, MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        List<OpenStage> all;
        synchronized (this) {
            all = List.copyOf(stages.values());
            stages.clear();
        }
        all.forEach(OpenStage::close);
    }
}
