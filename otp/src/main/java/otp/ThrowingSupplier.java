package otp;

import java.util.function.Supplier;

/**
 * A {@link Supplier} that may throw checked exceptions, such as the function that starts a child.
 *
 * <p>An exception is never wrapped: what fails because of it names the exception itself.
 *
 * @param <T> what it supplies
 */
@FunctionalInterface
public interface ThrowingSupplier<T> extends Supplier<T> {

    /** Returns what it supplies; how long that takes is for the function to know. */
    T getOrThrow() throws Exception;

    /**
     * Returns what it supplies. What it throws comes out as it is, although the signature does not
     * say so.
     */
    @Override
    default T get() {
        try {
            return getOrThrow();
        } catch (Exception thrown) {
            throw Undeclared.<RuntimeException>asIs(thrown);
        }
    }
}
