package otp;

/**
 * A {@link Runnable} that may throw checked exceptions, such as the body of a process: {@code
 * Processes.spawn(() -> Files.delete(path))}.
 *
 * <p>An exception is never wrapped: a process that ends because of it crashes with the exception
 * itself.
 */
@FunctionalInterface
public interface ThrowingRunnable extends Runnable {

    /** Does the work; how long that takes is for the work to know. */
    void runOrThrow() throws Exception;

    /** Does the work. What it throws comes out as it is, although the signature does not say so. */
    @Override
    default void run() {
        try {
            runOrThrow();
        } catch (Exception thrown) {
            throw Undeclared.<RuntimeException>asIs(thrown);
        }
    }
}
