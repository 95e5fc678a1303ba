package counter;

import static otp.Processes.monitor;
import static otp.Processes.receive;
import static otp.Processes.registered;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import otp.Down;
import otp.Name;

/** Ends whatever a test has started, and waits until all names are free for the next one. */
public final class EndEveryProcess implements AfterEachCallback {

    @Override
    public void afterEach(ExtensionContext test) {
        while (!Running.processes().isEmpty()) {
            Running.processes().forEach(Running::kill);
        }
        // What was ending already is none of them, but its name is not free before it has ended.
        for (Name<?> name : registered()) {
            monitor(name);
            receive(Down.class);
        }
    }
}
