package todo;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;

import otp.GenServer;

/** How a process starts another. */
final class Links {

    private Links() {}

    /** Finds starts of servers without a link. */
    static DescribedPredicate<JavaMethodCall> areMissing() {
        return describe(
                "start a server without a link",
                call ->
                        call.getTargetOwner().isAssignableTo(GenServer.class)
                                && call.getName().equals("start")
                                && isInherited(call.getTarget()));
    }

    /** A method of the same name that a class has itself is another one, and may link. */
    private static boolean isInherited(MethodCallTarget method) {
        String[] parameters =
                method.getRawParameterTypes().stream()
                        .map(JavaClass::getName)
                        .toArray(String[]::new);
        return method.getOwner().tryGetMethod(method.getName(), parameters).isEmpty();
    }
}
