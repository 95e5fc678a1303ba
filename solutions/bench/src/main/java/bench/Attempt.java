package bench;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/** Lets code that declares checked exceptions run where none may be thrown. */
final class Attempt {

    private Attempt() {}

    static void toAwait(CountDownLatch latch) {
        of(() -> {
            latch.await();
            return null;
        });
    }

    static <T> T of(Callable<T> action) {
        try {
            return action.call();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
