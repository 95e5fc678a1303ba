package todo;

import static otp.Processes.exit;
import static otp.Processes.info;
import static otp.Processes.monitor;
import static otp.Processes.receive;
import static otp.Processes.registered;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import otp.Down;
import otp.ExitReason;
import otp.Name;
import otp.Pid;
import otp.Processes;

import java.util.List;

/** Ends whatever a test has started, and waits until all names are free for the next one. */
public final class EndEveryProcess implements AfterEachCallback {

    @Override
    public void afterEach(ExtensionContext test) {
        for (List<Pid<?>> left = running(); !left.isEmpty(); left = running()) {
            left.forEach(Processes::monitor);
            left.forEach(pid -> exit(pid, ExitReason.KILL));
            left.forEach(_ -> receive(Down.class));
        }
        // What was ending already is none of them, but its name is not free before it has ended.
        for (Name<?> name : registered()) {
            monitor(name);
            receive(Down.class);
        }
    }

    /** Returns the processes that are alive, without the threads that run the tests. */
    public static List<Pid<?>> running() {
        return Processes.list().stream()
                .filter(pid -> info(pid).filter(it -> !it.label().equals("Thread")).isPresent())
                .toList();
    }
}
