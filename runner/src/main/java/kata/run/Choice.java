package kata.run;

import org.junit.platform.engine.Filter;
import org.junit.platform.launcher.EngineFilter;

import java.util.Collection;

/** Which of a stage's tests are to run. */
final class Choice {

    /** The engine that tests layering rules. */
    static final String RULE_ENGINE = "archunit";

    /** All tests, and no layering rules. */
    static final Choice TESTS = new Choice(EngineFilter.excludeEngines(RULE_ENGINE));

    /** The layering rules only. */
    static final Choice RULES = new Choice(EngineFilter.includeEngines(RULE_ENGINE));

    private final Filter<?>[] filters;

    private Choice(Filter<?>... filters) {
        this.filters = filters;
    }

    /** Of the tests those that have one of these names, and no layering rules. */
    static Choice named(Collection<String> names) {
        return new Choice(EngineFilter.excludeEngines(RULE_ENGINE), new ByName(names));
    }

    /** Returns what keeps the other tests from running. */
    Filter<?>[] filters() {
        return filters.clone();
    }
}
