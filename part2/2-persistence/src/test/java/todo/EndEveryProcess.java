package todo;

import static otp.Processes.exit;
import static otp.Processes.info;
import static otp.Processes.receive;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import otp.Down;
import otp.ExitReason;
import otp.Pid;
import otp.Processes;

import java.util.List;

/** Ends whatever a test has started, and waits until it is gone and its names are free. */
public final class EndEveryProcess implements AfterEachCallback {

    @Override
    public void afterEach(ExtensionContext test) {
        for (List<Pid<?>> left = running(); !left.isEmpty(); left = running()) {
            left.forEach(Processes::monitor);
            left.forEach(pid -> exit(pid, ExitReason.KILL));
            left.forEach(_ -> receive(Down.class));
        }
    }

    /** Returns the processes that are alive, without the threads that run the tests. */
    public static List<Pid<?>> running() {
        return Processes.list().stream()
                .filter(pid -> info(pid).filter(it -> !it.label().equals("Thread")).isPresent())
                .toList();
    }
}
