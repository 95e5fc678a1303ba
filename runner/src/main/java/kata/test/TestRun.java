package kata.test;

import kata.compile.Compilation;
import kata.compile.StageCode;
import kata.stage.KataException;

import org.junit.platform.engine.Filter;
import org.junit.platform.launcher.EngineFilter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Runs a stage's tests in this process. Code, tests and runtime are loaded afresh for every run;
 * only the test libraries are shared. One run at a time: it takes over the standard output.
 */
public final class TestRun {

    /** The time that a run may take unless it is told otherwise. */
    public static final Duration DEFAULT_LIMIT = Duration.ofSeconds(60);

    /** The engine that tests layering rules. */
    static final String RULE_ENGINE = "archunit";

    /** Lets all tests through but the layering rules. */
    public static final Filter<?> NO_RULES = EngineFilter.excludeEngines(RULE_ENGINE);

    /** Lets only the layering rules through. */
    public static final Filter<?> ONLY_RULES = EngineFilter.includeEngines(RULE_ENGINE);

    private final Compilation compiled;
    private final StageClassLoader loader;
    private final List<TestLaunch> launches = new ArrayList<>();

    private TestRun(Compilation compiled) {
        this.compiled = compiled;
        this.loader = new StageClassLoader(compiled);
    }

    /**
     * Runs the tests for at most {@link #DEFAULT_LIMIT}. Blocks like {@link #of(Compilation,
     * Duration)}.
     */
    public static TestReport of(Compilation compiled) {
        return of(compiled, DEFAULT_LIMIT);
    }

    /**
     * Runs the tests. Blocks until they have ended or the limit has passed; tests that still run
     * then are reported as timed out, and their threads are left behind.
     *
     * @throws KataException if there are no tests to be found
     */
    public static TestReport of(Compilation compiled, Duration limit) {
        return of(compiled, limit, _ -> {});
    }

    /**
     * Runs the tests, like {@link #of(Compilation, Duration)}.
     *
     * @param begun hears the sentence of each test that begins, in the thread that runs it; of
     *     layering rules it hears nothing
     */
    public static TestReport of(Compilation compiled, Duration limit, Consumer<String> begun) {
        TestReport report =
                new TestRun(compiled).with(begun, NO_RULES).with(_ -> {}, ONLY_RULES).run(limit);
        if (report.results().isEmpty()) {
            throw TestLaunch.noTests(compiled.code(), "");
        }
        return report;
    }

    /**
     * Runs only the tests that these filters let through, of which there need not be any. Blocks
     * like {@link #of(Compilation)}.
     */
    public static TestReport ofSome(Compilation compiled, Filter<?>... filters) {
        return new TestRun(compiled).with(_ -> {}, filters).run(DEFAULT_LIMIT);
    }

    /** Adds tests that run side by side with the others: rules only read class files. */
    private TestRun with(Consumer<String> begun, Filter<?>... filters) {
        launches.add(new TestLaunch(compiled, loader, begun, filters));
        return this;
    }

    private TestReport run(Duration limit) {
        try (SharedState state = new SharedState()) {
            long begin = System.nanoTime();
            launches.forEach(TestLaunch::start);
            launches.forEach(launch -> launch.await(begin, limit));
            Duration duration = Duration.ofNanos(System.nanoTime() - begin);
            LeftoverProcesses.end(loader);
            StageCode code = compiled.code();
            List<TestResult> results =
                    launches.stream()
                            .flatMap(launch -> launch.results(limit).stream())
                            .sorted(SourceOrder.of(code.sources(), code.tests()))
                            .toList();
            return TestReport.of(results, state.output(), duration);
        }
    }
}
