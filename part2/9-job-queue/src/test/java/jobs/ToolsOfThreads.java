package jobs;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeModel;
import java.lang.classfile.instruction.MonitorInstruction;
import java.util.Collections;
import java.util.Hashtable;
import java.util.Timer;
import java.util.Vector;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** What guards memory that threads share. Processes share none, so they need nothing of it. */
final class ToolsOfThreads {

    private ToolsOfThreads() {}

    /** Finds locks, threads, and collections that many threads may change. */
    static DescribedPredicate<JavaClass> belongToTheToolboxOfThreads() {
        return resideInAPackage("java.util.concurrent..")
                .and(not(guardNothing()))
                .or(assignableTo(Thread.class))
                .or(belongToAnyOf(Hashtable.class, Vector.class, Timer.class, ThreadLocal.class))
                .as("belong to the toolbox of threads");
    }

    /** Finds classes with a synchronized method, block or collection. */
    static ArchCondition<JavaClass> beSynchronized() {
        return new ArchCondition<>("be synchronized anywhere") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean isSynchronized =
                        hasSynchronizedMethod(type)
                                || hasSynchronizedCollection(type)
                                || hasSynchronizedBlock(type);
                String message = "%s is synchronized".formatted(type.getName());
                events.add(new SimpleConditionEvent(type, isSynchronized, message));
            }
        };
    }

    private static DescribedPredicate<JavaClass> guardNothing() {
        return belongToAnyOf(Callable.class, TimeUnit.class, ThreadLocalRandom.class)
                .or(assignableTo(Exception.class));
    }

    private static boolean hasSynchronizedMethod(JavaClass type) {
        return type.getMethods().stream()
                .anyMatch(method -> method.getModifiers().contains(JavaModifier.SYNCHRONIZED));
    }

    private static boolean hasSynchronizedCollection(JavaClass type) {
        return type.getMethodCallsFromSelf().stream()
                .anyMatch(call ->
                        call.getTargetOwner().isEquivalentTo(Collections.class)
                                && call.getName().startsWith("synchronized"));
    }

    private static boolean hasSynchronizedBlock(JavaClass type) {
        return ClassFile.of().parse(bytes(type)).methods().stream()
                .flatMap(method -> method.code().stream())
                .flatMap(CodeModel::elementStream)
                .anyMatch(MonitorInstruction.class::isInstance);
    }

    private static byte[] bytes(JavaClass type) {
        try (InputStream file = type.getSource().orElseThrow().getUri().toURL().openStream()) {
            return file.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
