package otp.conformance;

import java.util.Set;

/**
 * A result that counts only if a process survives the step: what ends it may end it before or after
 * it has answered.
 *
 * @param reference the process
 * @param result the result if it survives
 */
public record UnlessDead(String reference, Object result) {

    /** The result of a step that ends the process that performs it. */
    public static final Object DIED = "died";

    static Object settle(Object result, Set<String> dead) {
        return result instanceof UnlessDead(String reference, Object answer)
                ? dead.contains(reference) ? DIED : answer
                : result;
    }
}
