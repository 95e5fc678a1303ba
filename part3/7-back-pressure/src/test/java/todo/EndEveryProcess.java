package todo;

import static otp.Processes.monitor;
import static otp.Processes.receive;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import otp.Down;
import otp.Name;

import java.util.List;

/** Ends whatever a test has started, and waits until all names are free for the next one. */
public final class EndEveryProcess implements AfterEachCallback {

    private static final List<Name<?>> NAMES =
            List.of(
                    new Name<>("todo_cache"),
                    new Name<>("todo_server_supervisor"),
                    new Name<>("todo_process_registry"));

    @Override
    public void afterEach(ExtensionContext test) {
        now();
    }

    /** Ends them, and waits. */
    public static void now() {
        while (!Running.processes().isEmpty()) {
            Running.processes().forEach(Running::kill);
        }
        for (Name<?> name : NAMES) {
            monitor(name);
            receive(Down.class);
        }
    }
}
