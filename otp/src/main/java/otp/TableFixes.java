package otp;

import java.util.HashMap;
import java.util.Map;

/** The processes that have fixed a table, and how often each. One thread at a time may use it. */
final class TableFixes {

    private final Map<LocalProcess<?>, Integer> counts = new HashMap<>();

    /** What a process has for as long as it fixes the table. */
    private final Belonging fix;

    TableFixes(Belonging fix) {
        this.fix = fix;
    }

    boolean isEmpty() {
        return counts.isEmpty();
    }

    /** Has a process fix the table once more, or once less. */
    void change(LocalProcess<?> process, boolean fix) {
        if (fix) {
            add(process);
        } else {
            remove(process);
        }
    }

    private void add(LocalProcess<?> process) {
        counts.merge(process, 1, Integer::sum);
        process.lifeline().belongings().add(fix);
    }

    /** Takes a fix of a process back, if it has one. */
    private void remove(LocalProcess<?> process) {
        counts.computeIfPresent(process, (_, count) -> count == 1 ? null : count - 1);
        if (!counts.containsKey(process)) {
            process.lifeline().belongings().remove(fix);
        }
    }

    /** Takes all fixes of a process back, which has ended. */
    void removeAll(LocalProcess<?> process) {
        counts.remove(process);
    }

    void clear() {
        counts.keySet().forEach(process -> process.lifeline().belongings().remove(fix));
        counts.clear();
    }
}
