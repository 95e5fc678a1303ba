package kata.run;

import kata.model.KataException;

import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherExecutionRequest;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherExecutionRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Runs a stage's tests in this process. Code, tests and runtime are loaded afresh for every run;
 * only the test libraries are shared. One run at a time: it takes over the standard output.
 */
public final class TestRun {

    /** The time that a run may take unless it is told otherwise. */
    public static final Duration DEFAULT_LIMIT = Duration.ofSeconds(60);

    private final Compilation.Compiled compiled;
    private final Choice choice;
    private final StageLoader classLoader;
    private final TestRecorder recorder;
    private final CancellationToken cancellation = CancellationToken.create();
    private final AtomicReference<Throwable> crash = new AtomicReference<>();

    private TestRun(Compilation.Compiled compiled, Choice choice, Consumer<String> begun) {
        this.compiled = compiled;
        this.choice = choice;
        this.recorder = new TestRecorder(begun);
        this.classLoader = new StageLoader(compiled);
    }

    /**
     * Runs the tests for at most {@link #DEFAULT_LIMIT}. Blocks like {@link
     * #of(Compilation.Compiled, Duration)}.
     */
    public static TestReport of(Compilation.Compiled compiled) {
        return of(compiled, DEFAULT_LIMIT);
    }

    /**
     * Runs the tests. Blocks until they have ended or the limit has passed; tests that still run
     * then are reported as timed out, and their threads are left behind.
     *
     * @param limit the time that the whole run may take
     * @throws KataException if there are no tests to be found
     */
    public static TestReport of(Compilation.Compiled compiled, Duration limit) {
        return of(compiled, limit, _ -> {});
    }

    /**
     * Runs the tests, like {@link #of(Compilation.Compiled, Duration)}.
     *
     * @param begun hears the sentence of each test that begins, in the thread that runs it
     */
    public static TestReport of(
            Compilation.Compiled compiled, Duration limit, Consumer<String> begun) {
        return new TestRun(compiled, Choice.ALL, begun).run(limit);
    }

    /**
     * Runs only some tests, and no layering rules; a name that no test has is passed over. Blocks
     * like {@link #of(Compilation.Compiled)}.
     *
     * @param names class and method of each, as in {@link TestResult#name()}
     */
    public static TestReport ofNamed(Compilation.Compiled compiled, Collection<String> names) {
        return new TestRun(compiled, Choice.named(names), _ -> {}).run(DEFAULT_LIMIT);
    }

    /**
     * Runs the layering rules only; there need not be any. Blocks like {@link
     * #of(Compilation.Compiled)}.
     */
    public static TestReport ofRules(Compilation.Compiled compiled) {
        return new TestRun(compiled, Choice.RULES, _ -> {}).run(DEFAULT_LIMIT);
    }

    private TestReport run(Duration limit) {
        try (CapturedOutput output = new CapturedOutput()) {
            long begin = System.nanoTime();
            boolean ended = execute(limit);
            Duration duration = Duration.ofNanos(System.nanoTime() - begin);
            LeftProcesses.end(classLoader);
            List<TestResult> results = ended ? results() : resultsAfter(limit);
            if (results.isEmpty() && !ended) {
                throw notBegun(limit);
            }
            if (results.isEmpty() && choice.equals(Choice.ALL)) {
                throw noTests();
            }
            return new TestReport(results, output.text(), duration);
        }
    }

    /** Returns whether the tests have ended within the limit. */
    private boolean execute(Duration limit) {
        Thread thread =
                Thread.ofPlatform()
                        .daemon()
                        .name("tests of " + compiled.code().stage().path())
                        .uncaughtExceptionHandler((_, failure) -> crash.set(failure))
                        .unstarted(this::execute);
        thread.setContextClassLoader(classLoader);
        thread.start();
        try {
            if (thread.join(limit)) {
                return true;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        cancellation.cancel();
        thread.interrupt();
        return false;
    }

    private void execute() {
        LauncherConfig config =
                LauncherConfig.builder()
                        .enableLauncherSessionListenerAutoRegistration(false)
                        .enableLauncherDiscoveryListenerAutoRegistration(false)
                        .enablePostDiscoveryFilterAutoRegistration(false)
                        .enableTestExecutionListenerAutoRegistration(false)
                        .build();
        Launcher launcher = LauncherFactory.create(config);
        LauncherExecutionRequest request =
                LauncherExecutionRequestBuilder.request(
                                LauncherDiscoveryRequestBuilder.request()
                                        .selectors(
                                                DiscoverySelectors.selectClasspathRoots(
                                                        Set.of(compiled.testClasses())))
                                        .filters(choice.filters())
                                        .build())
                        .listeners(recorder)
                        .cancellationToken(cancellation)
                        .build();
        launcher.execute(request);
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
                new Outcome.TimedOut("still running after " + seconds),
                "not begun within " + seconds);
    }

    private KataException notBegun(Duration limit) {
        return new KataException(
                "No test of %s had begun after %d s: this machine is very busy; run them again."
                        .formatted(compiled.code().stage().path(), limit.toSeconds()));
    }

    private KataException noTests() {
        String reason = crash.get() == null ? "" : " (" + crash.get().getMessage() + ")";
        return new KataException(
                "No test was found in %s%s: get the stage's tests back, for example with git."
                        .formatted(compiled.code().stage().testSources(), reason));
    }
}
