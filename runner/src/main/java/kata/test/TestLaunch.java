package kata.test;

import kata.compile.Compilation;
import kata.compile.StageCode;
import kata.stage.KataException;

import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.Filter;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherExecutionRequest;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherExecutionRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** One execution of the JUnit launcher, in a thread of its own. */
final class TestLaunch {

    private static final LauncherConfig CONFIG =
            LauncherConfig.builder()
                    .enableLauncherSessionListenerAutoRegistration(false)
                    .enableLauncherDiscoveryListenerAutoRegistration(false)
                    .enablePostDiscoveryFilterAutoRegistration(false)
                    .enableTestExecutionListenerAutoRegistration(false)
                    .build();

    private static final Duration STEP = Duration.ofMillis(100);

    private final Compilation compiled;
    private final Filter<?>[] filters;
    private final TestRecorder recorder;
    private final CancellationToken cancellation = CancellationToken.create();
    private final AtomicReference<Throwable> crash = new AtomicReference<>();
    private final Thread thread;
    private boolean hasEnded;
    private List<Failure.Place> last = List.of();

    /**
     * Prepares it.
     *
     * @param begun hears the sentence of each test that begins, in the thread that runs it
     * @param filters keep the other tests from running
     */
    TestLaunch(
            Compilation compiled,
            StageClassLoader loader,
            Consumer<String> begun,
            Filter<?>... filters) {
        this.compiled = compiled;
        this.filters = filters;
        this.recorder = new TestRecorder(begun);
        this.thread =
                Thread.ofPlatform()
                        .daemon()
                        .name("tests of " + compiled.code().stage().path())
                        .uncaughtExceptionHandler((_, failure) -> crash.set(failure))
                        .unstarted(this::execute);
        thread.setContextClassLoader(loader);
    }

    /** Begins. Does not wait. */
    void start() {
        thread.start();
    }

    /**
     * Waits for the end, or until the limit has passed: then no further test begins. As long as
     * none has failed, the limit holds for each: on a busy machine right code takes its time.
     */
    void await(long begin, Duration limit) {
        do {
            hasEnded = Interruptions.ignored(() -> thread.join(STEP));
        } while (!hasEnded && System.nanoTime() < recorder.begin(begin) + limit.toNanos());
        if (!hasEnded) {
            recorder.stop();
            last = Arrays.stream(thread.getStackTrace()).map(Failure.Place::of).toList();
            cancellation.cancel();
            thread.interrupt();
        }
    }

    /**
     * Returns how the tests have ended so far. What ends later is not seen any more.
     *
     * @throws KataException if none was found, though there may be some
     */
    List<TestResult> results(Duration limit) {
        List<TestResult> results = hasEnded ? results() : resultsAfter(limit);
        if (results.isEmpty() && !hasEnded) {
            throw notBegun(limit);
        }
        if (results.isEmpty() && crash.get() != null) {
            throw noTests(compiled.code(), " (%s)".formatted(crash.get().getMessage()));
        }
        return results;
    }

    private List<TestResult> results() {
        Throwable failure = crash.get();
        return failure == null
                ? recorder.close(new Outcome.Skipped("never ended"), "never begun")
                : recorder.close(
                        new Outcome.Failed(Failure.of(failure)), "the run ended early: " + failure);
    }

    private List<TestResult> resultsAfter(Duration limit) {
        String seconds = limit.toSeconds() + " s";
        return recorder.close(
                new Outcome.TimedOut("still running after " + seconds, last, true),
                "not begun within " + seconds);
    }

    private KataException notBegun(Duration limit) {
        return new KataException(
                "No test of %s had begun after %d s: this machine is very busy; run them again."
                        .formatted(compiled.code().stage().path(), limit.toSeconds()));
    }

    static KataException noTests(StageCode code, String reason) {
        return new KataException(
                "No test was found in %s%s: get them back, with git or by `./kata reset %s`."
                        .formatted(code.stage().testSources(), reason, code.stage().path()));
    }

    private void execute() {
        LauncherExecutionRequest request =
                LauncherExecutionRequestBuilder.request(
                                LauncherDiscoveryRequestBuilder.request()
                                        .selectors(
                                                compiled.testTypes().map(this::selector).toList())
                                        .filters(filters)
                                        .build())
                        .listeners(recorder)
                        .cancellationToken(cancellation)
                        .build();
        LauncherFactory.create(CONFIG).execute(request);
    }

    /**
     * Selects a class. Of a whole folder ArchUnit would read each class, with all that it uses, to
     * see which of them has rules.
     */
    private DiscoverySelector selector(String type) {
        return DiscoverySelectors.selectClass(thread.getContextClassLoader(), type);
    }
}
