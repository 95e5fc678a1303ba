package gates;

import kata.compile.Compilation;
import kata.test.TestReport;
import kata.test.TestRun;

import org.junit.platform.engine.Filter;
import org.junit.platform.launcher.MethodFilter;

import java.util.Collection;

/** Runs tests of a stage by their names, and no layering rules. */
final class NamedTests {

    private NamedTests() {}

    /**
     * Runs them; blocks until they have ended. A name that no test has is passed over.
     *
     * @param names class and method of each, as in {@link kata.test.TestResult#name()}
     */
    static TestReport run(Compilation compiled, Collection<String> names) {
        return TestRun.ofSome(compiled, TestRun.NO_RULES, named(names));
    }

    /**
     * JUnit has a number sign before a method's name, and a dollar before that of a nested class.
     */
    private static Filter<?> named(Collection<String> names) {
        return MethodFilter.includeMethodNamePatterns(
                names.stream()
                        .map(name -> "(.*\\.)?" + name.replaceFirst("\\.(\\w+)$", "#$1"))
                        .map(name -> name.replaceAll("(?<=\\w)\\.", "[.\\$]"))
                        .toArray(String[]::new));
    }
}
