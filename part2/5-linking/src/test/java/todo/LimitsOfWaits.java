package todo;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import otp.GenServer;
import otp.Processes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.time.Duration;
import java.util.Set;

/** How long a server waits for a message that it takes from its mailbox by itself. */
final class LimitsOfWaits {

    private static final Set<Object> FIVE_SECONDS = Set.of(5, 5L, 5_000, 5_000L);

    private LimitsOfWaits() {}

    /**
     * Finds classes that sleep, or that receive with a limit and name neither the default of calls
     * nor its length.
     */
    static ArchCondition<JavaClass> waitForAnotherTimeThanCalls() {
        return new ArchCondition<>("wait for another time than calls do") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getMethodCallsFromSelf().stream()
                        .filter(call -> isSleep(call) || isLimited(call) && !namesTheLimit(type))
                        .map(call -> SimpleConditionEvent.satisfied(type, call.getDescription()))
                        .forEach(events::add);
            }
        };
    }

    private static boolean isSleep(JavaMethodCall call) {
        return call.getName().equals("sleep");
    }

    private static boolean isLimited(JavaMethodCall call) {
        return call.getTargetOwner().isEquivalentTo(Processes.class)
                && call.getName().equals("receive")
                && call.getTarget().getRawParameterTypes().stream()
                        .anyMatch(parameter -> parameter.isEquivalentTo(Duration.class));
    }

    private static boolean namesTheLimit(JavaClass type) {
        return type.getFieldAccessesFromSelf().stream()
                        .anyMatch(access ->
                                access.getTargetOwner().isAssignableTo(GenServer.class)
                                        && access.getName().equals("DEFAULT_TIMEOUT"))
                || ClassFile.of().parse(bytes(type)).methods().stream()
                        .flatMap(method -> method.code().stream())
                        .flatMap(CodeModel::elementStream)
                        .anyMatch(LimitsOfWaits::isFiveSeconds);
    }

    private static boolean isFiveSeconds(Object element) {
        return element instanceof ConstantInstruction constant
                && FIVE_SECONDS.contains(constant.constantValue());
    }

    private static byte[] bytes(JavaClass type) {
        try (InputStream file = type.getSource().orElseThrow().getUri().toURL().openStream()) {
            return file.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
