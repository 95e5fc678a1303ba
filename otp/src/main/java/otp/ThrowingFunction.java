package otp;

import java.util.function.Function;

/**
 * A {@link Function} that may throw checked exceptions, such as what a {@link Task} does with an
 * element of a stream.
 *
 * <p>An exception is never wrapped: the process that applies the function crashes with it.
 *
 * @param <T> what it is applied to
 * @param <R> its result
 */
@FunctionalInterface
public interface ThrowingFunction<T, R> extends Function<T, R> {

    /** Returns the result; how long that takes is for the function to know. */
    R applyOrThrow(T argument) throws Exception;

    /**
     * Returns the result. What it throws comes out as it is, although the signature does not say
     * so.
     */
    @Override
    default R apply(T argument) {
        try {
            return applyOrThrow(argument);
        } catch (Exception thrown) {
            throw Undeclared.<RuntimeException>asIs(thrown);
        }
    }
}
