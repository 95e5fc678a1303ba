package otp;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whoever asks the runtime for anything touches it: a process that polls gives way, and can be
 * ended. A function that does not touch it is one by which a few processes keep all others waiting.
 */
class TouchTest {

    private static final JavaClasses RUNTIME =
            new ClassFileImporter()
                    .importUrl(Processes.class.getProtectionDomain().getCodeSource().getLocation());

    private static final Set<String> TOUCHES =
            Set.of("otp.ProcessTable.checkCaller()", "otp.ProcessTable.currentOrNull()");

    /** Values, which only say what they hold, and what users implement. */
    private static final Set<Class<?>> VALUES =
            Set.of(
                    EtsName.class,
                    EtsPattern.class,
                    Exit.class,
                    ExitReason.class,
                    Killed.class,
                    Monitor.class,
                    NameRegistry.class,
                    Shutdown.class,
                    Start.class,
                    SupervisionEvent.class,
                    TableEvent.class,
                    ThrowingFunction.class,
                    ThrowingRunnable.class,
                    ThrowingSupplier.class,
                    Tuple.class);

    /**
     * What an object holds, or prints as; the last is for {@code finally}, and has to work there.
     */
    private static final Set<String> HARMLESS =
            Set.of(
                    "otp.From.request()",
                    "otp.Task.monitor()",
                    "otp.Task.owner()",
                    "otp.Task.pid()",
                    "otp.Trace.text(java.lang.Object)",
                    "otp.Trace.close()");

    @Test
    void every_function_of_the_runtime_touches_it() {
        List<String> untouching =
                RUNTIME.stream()
                        .filter(TouchTest::isAsked)
                        .flatMap(type -> type.getMethods().stream())
                        .filter(TouchTest::isForEverybody)
                        .filter(function -> !HARMLESS.contains(function.getFullName()))
                        .filter(function -> !touches(function))
                        .map(JavaMethod::getFullName)
                        .toList();
        assertThat(untouching).isEmpty();
    }

    private static boolean isAsked(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && !type.isRecord()
                && !type.isEnum()
                && VALUES.stream().noneMatch(type::isEquivalentTo);
    }

    private static boolean isForEverybody(JavaMethod method) {
        Set<JavaModifier> modifiers = method.getModifiers();
        return modifiers.contains(JavaModifier.PUBLIC)
                && !modifiers.contains(JavaModifier.ABSTRACT)
                && !method.getName().equals("toString");
    }

    /** Follows all that a function may call. */
    private static boolean touches(JavaMethod function) {
        Set<JavaMember> reached = new HashSet<>();
        Deque<JavaCodeUnit> next = new ArrayDeque<>(List.of(function));
        while (!next.isEmpty()) {
            JavaCodeUnit unit = next.pop();
            if (TOUCHES.contains(unit.getFullName())) {
                return true;
            }
            if (reached.add(unit)) {
                calledBy(unit).forEach(next::push);
            }
        }
        return false;
    }

    private static Stream<JavaCodeUnit> calledBy(JavaCodeUnit unit) {
        return Stream.<JavaAccess<?>>concat(
                        unit.getCallsFromSelf().stream(),
                        unit.getCodeUnitReferencesFromSelf().stream())
                .flatMap(access -> access.getTarget().resolveMember().stream())
                .filter(member -> RUNTIME.contain(member.getOwner().getName()))
                .map(JavaCodeUnit.class::cast);
    }
}
