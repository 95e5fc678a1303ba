package kata.test;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Writes down how each test ends, until it is closed. Safe to call from several threads. */
final class TestRecorder implements TestExecutionListener {

    private final Consumer<String> begun;
    private final Set<TestIdentifier> tests = new LinkedHashSet<>();
    private final Set<TestIdentifier> running = new HashSet<>();
    private final Map<TestIdentifier, Outcome> outcomes = new HashMap<>();
    private Optional<TestPlan> plan = Optional.empty();
    private boolean closed;
    private long lastEvent = System.nanoTime();

    /**
     * Creates an empty record.
     *
     * @param begun hears the sentence of each test that begins
     */
    TestRecorder(Consumer<String> begun) {
        this.begun = begun;
    }

    @Override
    public synchronized void testPlanExecutionStarted(TestPlan started) {
        plan = Optional.of(started);
        started.getRoots().stream()
                .flatMap(root -> started.getDescendants(root).stream())
                .filter(TestIdentifier::isTest)
                .forEach(tests::add);
    }

    @Override
    public synchronized void executionStarted(TestIdentifier started) {
        lastEvent = System.nanoTime();
        if (started.isTest()) {
            tests.add(started);
            running.add(started);
            begun.accept(describe(started).sentence());
        }
    }

    @Override
    public synchronized void executionSkipped(TestIdentifier skipped, String reason) {
        testsOf(skipped).forEach(test -> write(test, new Outcome.Skipped(reason)));
    }

    @Override
    public synchronized void executionFinished(
            TestIdentifier finished, TestExecutionResult result) {
        if (closed) {
            return;
        }
        lastEvent = System.nanoTime();
        running.remove(finished);
        Optional<Throwable> thrown = result.getThrowable();
        switch (result.getStatus()) {
            case SUCCESSFUL -> passed(finished);
            case ABORTED ->
                    executionSkipped(
                            finished, thrown.map(Throwable::getMessage).orElse("no reason given"));
            case FAILED -> failed(finished, thrown.orElseGet(AssertionError::new));
        }
    }

    /**
     * Returns since when the limit counts: since a test last began or ended, or once one has
     * failed, since this moment.
     */
    synchronized long begin(long ofAll) {
        return outcomes.values().stream().allMatch(Outcome::passed) ? lastEvent : ofAll;
    }

    /** Ends the record: what happens from now on comes of the tests being stopped. */
    synchronized void stop() {
        closed = true;
    }

    /**
     * Ends the record and returns it.
     *
     * @param ofRunning the outcome of the tests that still run
     * @param reason why the tests that have not begun never will
     */
    synchronized List<TestResult> close(Outcome ofRunning, String reason) {
        closed = true;
        return tests.stream()
                .map(test -> describe(test).withOutcome(outcome(test, ofRunning, reason)))
                .toList();
    }

    private Outcome outcome(TestIdentifier test, Outcome ofRunning, String reason) {
        return running.contains(test)
                ? ofRunning
                : outcomes.getOrDefault(test, new Outcome.Skipped(reason));
    }

    private void passed(TestIdentifier finished) {
        if (finished.isTest()) {
            write(finished, new Outcome.Passed());
        }
    }

    private void failed(TestIdentifier finished, Throwable failure) {
        if (finished.isTest()) {
            write(finished, Outcome.of(failure, describe(finished).className()));
        } else {
            testsOf(finished)
                    .filter(test -> !(outcomes.get(test) instanceof Outcome.Failed))
                    .forEach(test -> write(test, new Outcome.SetUpFailed(Failure.of(failure))));
        }
    }

    private void write(TestIdentifier test, Outcome outcome) {
        if (!closed) {
            tests.add(test);
            outcomes.put(test, outcome);
        }
    }

    /** What holds no test stands for the tests that it would have held. */
    private Stream<TestIdentifier> testsOf(TestIdentifier one) {
        List<TestIdentifier> below =
                plan().getDescendants(one).stream().filter(TestIdentifier::isTest).toList();
        return below.isEmpty() ? Stream.of(one) : below.stream();
    }

    private TestDescription describe(TestIdentifier test) {
        return new TestDescription(plan(), test);
    }

    private TestPlan plan() {
        return plan.orElseThrow();
    }
}
