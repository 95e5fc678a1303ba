package kata.test;

/**
 * A stage's code may interrupt every thread that it can reach, those that wait for it among them.
 * That is no reason to wait no longer, and must not stay for what comes next.
 */
final class Interruptions {

    private Interruptions() {}

    /** Waits, and again each time that it is interrupted; returns what has come of it. */
    static boolean ignored(Wait wait) {
        while (true) {
            try {
                return wait.await();
            } catch (InterruptedException byTheCode) {
                // Goes on.
            }
        }
    }

    /** Waits for something that is to come within some time; tells whether it has. */
    @FunctionalInterface
    interface Wait {

        boolean await() throws InterruptedException;
    }
}
