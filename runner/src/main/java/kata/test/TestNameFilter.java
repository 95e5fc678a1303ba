package kata.test;

import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.PostDiscoveryFilter;

import java.util.Collection;

/**
 * Leaves out the test methods that are not named.
 *
 * @param names class and method, as in {@link TestResult#name()}
 */
record TestNameFilter(Collection<String> names) implements PostDiscoveryFilter {

    @Override
    public FilterResult apply(TestDescriptor test) {
        boolean isOther =
                test.getSource()
                        .filter(MethodSource.class::isInstance)
                        .map(MethodSource.class::cast)
                        .map(TestNameFilter::name)
                        .filter(name -> !names.contains(name))
                        .isPresent();
        return FilterResult.includedIf(!isOther);
    }

    private static String name(MethodSource method) {
        return TestResult.name(method.getClassName(), method.getMethodName());
    }
}
