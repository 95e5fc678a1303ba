package otp;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Ends children at the same time, when their supervisor itself ends, and waits until all have
 * ended. The time it takes grows with their number, and no faster.
 */
final class GroupTermination {

    private final LocalProcess<?> supervisor = ProcessTable.current();
    private final Map<Monitor, Child> awaited = new HashMap<>();
    private final Map<Shutdown.Timeout, List<LocalProcess<?>>> patient = new HashMap<>();

    /** Those that are killed if they are still there at a time. */
    private final NavigableMap<Long, List<LocalProcess<?>>> deadlines = new TreeMap<>();

    private GroupTermination() {}

    /** Ends running children as their specifications say; blocks for as long as that takes. */
    static void of(Collection<Child> children) {
        GroupTermination termination = new GroupTermination();
        children.forEach(termination::signal);
        termination.setDeadlines();
        termination.await();
    }

    private void signal(Child child) {
        LocalProcess<?> process = (LocalProcess<?>) child.pid();
        awaited.put(Monitor.begin(supervisor, process, process), child);
        switch (child.spec().shutdown()) {
            case Shutdown.BrutalKill _ -> process.lifeline().signal(supervisor, ExitReason.KILL);
            case Shutdown.Timeout timeout -> {
                process.lifeline().signal(supervisor, ExitReason.SHUTDOWN);
                patient.computeIfAbsent(timeout, _ -> new ArrayList<>()).add(process);
            }
        }
    }

    private void setDeadlines() {
        patient.forEach((timeout, processes) ->
                deadlines
                        .computeIfAbsent(timeout.deadline(), _ -> new ArrayList<>())
                        .addAll(processes));
    }

    /** Takes every message as it comes: to look for some among many would take time without end. */
    private void await() {
        while (!awaited.isEmpty()) {
            long deadline = deadlines.isEmpty() ? Deadline.NEVER : deadlines.firstKey();
            Envelope envelope = supervisor.mailbox().take(_ -> true, deadline);
            if (envelope == null) {
                kill(deadlines.pollFirstEntry().getValue());
            } else {
                note(envelope);
            }
        }
    }

    private void kill(List<LocalProcess<?>> late) {
        late.forEach(process -> process.lifeline().signal(supervisor, ExitReason.KILL));
    }

    private void note(Envelope envelope) {
        envelope.putOff(supervisor.lifeline().unansweredCalls());
        if (envelope.message() instanceof Down(Monitor monitor, _, ExitReason reason)) {
            noteEnd(awaited.remove(monitor), reason);
        }
    }

    private static void noteEnd(Child child, ExitReason reason) {
        boolean hadEndedBefore = ExitReason.NOPROC.equals(reason);
        if (child != null && !hadEndedBefore) {
            child.reportShutdown(reason);
        }
    }
}
