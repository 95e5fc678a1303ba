package kata.test;

import kata.stage.PrintableText;

import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Describes a test of JUnit's in the terms of its stage: its sentence, its tasks, its name. */
record TestDescription(TestPlan plan, TestIdentifier test) {

    private static final Pattern TASK = Pattern.compile("task-(\\d{1,4})");
    private static final Set<String> MEMBERS = Set.of("method", "field");

    TestResult withOutcome(Outcome outcome) {
        return new TestResult(name(), sentence(), tasks(), isRule(), outcome);
    }

    String sentence() {
        return PrintableText.of(sentence(test));
    }

    /** Returns the full name of the test's class; empty for what belongs to no class. */
    String className() {
        return lineage()
                .flatMap(one -> method(one).stream())
                .map(MethodSource::getClassName)
                .findFirst()
                .or(() -> segment("class"))
                .orElse("");
    }

    private String name() {
        String className = className();
        return member().map(member -> TestResult.name(className, member))
                .orElse(className.isEmpty() ? test.getDisplayName() : TestResult.simple(className));
    }

    private Optional<String> member() {
        return lineage()
                .flatMap(one -> method(one).stream())
                .map(MethodSource::getMethodName)
                .findFirst()
                .or(() -> MEMBERS.stream().flatMap(type -> segment(type).stream()).findFirst());
    }

    private Optional<String> segment(String type) {
        return test.getUniqueIdObject().getSegments().reversed().stream()
                .filter(segment -> segment.getType().equals(type))
                .map(UniqueId.Segment::getValue)
                .findFirst();
    }

    /** One round of a test that runs several times says the test's sentence, then its own. */
    private String sentence(TestIdentifier one) {
        String own = withoutUnderscores(one);
        return plan.getParent(one)
                .filter(parent -> method(parent).isPresent())
                .map(parent -> sentence(parent) + ": " + own)
                .orElse(own);
    }

    private String withoutUnderscores(TestIdentifier one) {
        String shown = one.getDisplayName();
        String name = method(one).map(MethodSource::getMethodName).or(this::member).orElse(shown);
        boolean isDefault = shown.equals(name) || shown.startsWith(name + "(");
        return isDefault ? name.replace('_', ' ') : shown;
    }

    private Set<Integer> tasks() {
        Set<Integer> tasks = new TreeSet<>();
        lineage()
                .flatMap(one -> one.getTags().stream())
                .map(TestTag::getName)
                .map(TASK::matcher)
                .filter(Matcher::matches)
                .forEach(tag -> tasks.add(Integer.parseInt(tag.group(1))));
        return Set.copyOf(tasks);
    }

    private boolean isRule() {
        return test.getUniqueIdObject()
                .getEngineId()
                .filter(TestRun.RULE_ENGINE::equals)
                .isPresent();
    }

    /** The test, then what holds it, up to its engine. */
    private Stream<TestIdentifier> lineage() {
        return Stream.iterate(test, one -> one != null, one -> plan.getParent(one).orElse(null));
    }

    private static Optional<MethodSource> method(TestIdentifier one) {
        return one.getSource().filter(MethodSource.class::isInstance).map(MethodSource.class::cast);
    }
}
