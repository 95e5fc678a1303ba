package otp;

/**
 * What a thread could not finish because the heap or its stack was full; it is done a little later,
 * by a thread of the runtime's own.
 */
final class Postponed {

    private static final Object LOCK = new Object();

    /** The first of the processes whose ends are still to be announced. */
    private static volatile LocalProcess<?> first;

    /** Set if a process, or the caller of one, was to be woken and could not be. */
    static volatile boolean wakeUp;

    private Postponed() {}

    /** Has the end of a process announced later. Needs no memory. */
    static void announceEnd(LocalProcess<?> process) {
        synchronized (LOCK) {
            process.nextToEnd = first;
            first = process;
        }
    }

    static boolean isPending() {
        return wakeUp || first != null;
    }

    /** Does what was postponed, as far as it can be done now. For one thread at a time. */
    static void finish() {
        if (wakeUp) {
            wakeUp = false;
            ProcessTable.all().forEach(LocalProcess::wakeUp);
        }
        LocalProcess<?> process = takeAll();
        while (process != null) {
            LocalProcess<?> next = process.nextToEnd;
            process.nextToEnd = null;
            Endings.announce(process);
            process = next;
        }
    }

    private static LocalProcess<?> takeAll() {
        synchronized (LOCK) {
            LocalProcess<?> all = first;
            first = null;
            return all;
        }
    }
}
