package todo.profiler;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import otp.Processes;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGeneratorFactory;

/** What holds for code that measures, whatever it looks like. */
@AnalyzeClasses(packages = "todo.profiler", importOptions = DoNotIncludeTests.class)
class ProfilerRulesTest {

    /** What is no chance, or takes as long as a question: to find a generator, to move a list. */
    private static final Set<String> UNFIT =
            Set.of(
                    "java.lang.Math.random",
                    "java.lang.System.currentTimeMillis",
                    "java.lang.System.nanoTime",
                    "java.util.Collections.shuffle",
                    "java.util.UUID.randomUUID",
                    "java.util.random.RandomGenerator.getDefault",
                    "java.util.random.RandomGenerator.of");

    @ArchTest
    static final ArchRule the_profiler_waits_for_as_long_as_it_takes =
            noClasses()
                    .should()
                    .callMethodWhere(
                            describe(
                                    "receive with a timeout",
                                    call -> isOfProcesses(call) && hasTimeout(call)))
                    .as("no class of the profiler should receive with a timeout")
                    .because("a client that takes long has not finished, and has not crashed");

    @ArchTest
    static final ArchRule a_list_is_picked_by_a_generator_that_costs_nothing =
            noClasses()
                    .that()
                    .haveSimpleName("CacheProfile")
                    .should()
                    .callMethodWhere(describe("ask what is unfit", isUnfit()))
                    .orShould()
                    .dependOnClassesThat(
                            assignableTo(SecureRandom.class)
                                    .or(equivalentTo(RandomGeneratorFactory.class))
                                    .or(
                                            resideInAPackage("java.time..")
                                                    .and(not(equivalentTo(Duration.class)))))
                    .as("no list should be picked by the clock, or by a generator that is slow")
                    .because(
                            "the clock is not random, and a generator that is slow, or shared by"
                                    + " all clients, would be measured, too");

    private static Predicate<JavaMethodCall> isUnfit() {
        return call -> UNFIT.contains(call.getTargetOwner().getName() + "." + call.getName());
    }

    private static boolean isOfProcesses(JavaMethodCall call) {
        return call.getTargetOwner().isEquivalentTo(Processes.class);
    }

    private static boolean hasTimeout(JavaMethodCall call) {
        return call.getTarget().getRawParameterTypes().stream()
                .anyMatch(type -> type.isEquivalentTo(Duration.class));
    }
}
