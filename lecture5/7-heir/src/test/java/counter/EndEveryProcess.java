package counter;

import static otp.Processes.monitor;
import static otp.Processes.receive;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import otp.Down;
import otp.Name;

import java.util.List;

/** Ends whatever a test has started, and waits until all names are free for the next one. */
public final class EndEveryProcess implements AfterEachCallback {

    private static final List<String> NAMES =
            List.of(
                    "counter_keeper",
                    "counter_store",
                    "counter_registry",
                    "counter_worker_supervisor");

    @Override
    public void afterEach(ExtensionContext test) {
        while (!Running.processes().isEmpty()) {
            Running.processes().forEach(Running::kill);
        }
        for (String name : NAMES) {
            monitor(new Name<>(name));
            receive(Down.class);
        }
    }
}
