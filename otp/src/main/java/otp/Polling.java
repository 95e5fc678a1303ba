package otp;

/**
 * The check of what a process may do again and again without end, such as a read until there is
 * something to read. It ends a process that has to end, and lets others run that have been waiting.
 * As long as neither is called for, it costs no more than a look at the turn and at the thread.
 */
final class Polling {

    /** The turn in which a process stepped aside here for the last time. */
    private static volatile int lastTurn = Turns.current();

    private Polling() {}

    /** Throws {@link Killed} in a process that has to end, and has it step aside in its turn. */
    static void checkCaller() {
        int turn = Turns.current();
        if (turn != lastTurn || Thread.currentThread().isInterrupted()) {
            ProcessTable.checkCaller();
            lastTurn = turn;
        }
    }
}
