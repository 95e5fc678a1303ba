package kata.test;

import org.junit.platform.engine.Filter;
import org.junit.platform.launcher.EngineFilter;

import java.util.Collection;

/** Which of a stage's tests are to run. */
final class TestSelection {

    /** The engine that tests layering rules. */
    static final String RULE_ENGINE = "archunit";

    /** All tests, and no layering rules. */
    static final TestSelection TESTS = new TestSelection(EngineFilter.excludeEngines(RULE_ENGINE));

    /** The layering rules only. */
    static final TestSelection RULES = new TestSelection(EngineFilter.includeEngines(RULE_ENGINE));

    private final Filter<?>[] filters;

    private TestSelection(Filter<?>... filters) {
        this.filters = filters;
    }

    /** Of the tests those that have one of these names, and no layering rules. */
    static TestSelection named(Collection<String> names) {
        return new TestSelection(
                EngineFilter.excludeEngines(RULE_ENGINE), new TestNameFilter(names));
    }

    /** Returns what keeps the other tests from running. */
    Filter<?>[] filters() {
        return filters.clone();
    }
}
