package todo;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethodCall;

import otp.GenServer;
import otp.Processes;

import java.time.Duration;

/** How long a process waits for another. */
final class Waits {

    private Waits() {}

    /** Finds waits for a message that never end if the message never comes. */
    static DescribedPredicate<JavaMethodCall> areWithoutALimit() {
        return describe(
                "wait for a message without a limit",
                call -> isOf(Processes.class, "receive", call) && !takesATime(call));
    }

    /** Finds calls with a limit of their own; to name the default as the limit is no offence. */
    static DescribedPredicate<JavaMethodCall> areCallsWithALimitOfTheirOwn() {
        return describe(
                "call a server with a limit of its own",
                call ->
                        isOf(GenServer.class, "call", call)
                                && takesATime(call)
                                && !takesTheDefault(call.getOrigin()));
    }

    private static boolean isOf(Class<?> type, String method, JavaMethodCall call) {
        return call.getTargetOwner().isAssignableTo(type) && call.getName().equals(method);
    }

    private static boolean takesATime(JavaMethodCall call) {
        return call.getTarget().getRawParameterTypes().stream().anyMatch(Waits::isATime);
    }

    private static boolean isATime(JavaClass type) {
        return type.isEquivalentTo(Duration.class);
    }

    private static boolean takesTheDefault(JavaCodeUnit caller) {
        return caller.getFieldAccesses().stream()
                        .anyMatch(access -> access.getName().equals("DEFAULT_TIMEOUT"))
                && caller.getMethodCallsFromSelf().stream()
                        .noneMatch(call -> isATime(call.getTargetOwner()));
    }
}
