package otp;

import java.util.function.Consumer;

/**
 * The processes whose ends one thread has to announce: those that hibernate have no thread to do it
 * in. They wait here for their turn, so that ten thousand that are linked in a row need no deep
 * stack.
 */
final class Endings {

    private LocalProcess<?> first;
    private LocalProcess<?> last;

    private Endings() {}

    /**
     * Lets something happen that may end processes, and announces all ends that are added while it
     * happens.
     *
     * @throws StackOverflowError if the stack has no room for it; nothing has happened then
     */
    static void after(Consumer<Endings> event) {
        StackRoom.check();
        Endings endings = new Endings();
        try {
            event.accept(endings);
        } finally {
            endings.announceAll();
        }
    }

    /** Announces the end of a process of which nothing runs any more. Never fails. */
    static void announce(LocalProcess<?> process) {
        try {
            after(endings -> endings.add(process));
        } catch (VirtualMachineError full) {
            Postponed.announceEnd(process);
        }
    }

    /** Adds a process of which nothing runs any more. Never fails. */
    void add(LocalProcess<?> process) {
        if (first == null) {
            first = process;
        } else {
            last.nextToEnd = process;
        }
        last = process;
    }

    private void announceAll() {
        while (first != null) {
            LocalProcess<?> process = first;
            first = process.nextToEnd;
            process.nextToEnd = null;
            process.announceEnd(this);
        }
    }
}
