package otp;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Ends the processes that a test has left: one that waits in vain would crash in the middle of
 * another test, which may count what is reported.
 */
final class EndEveryProcess implements BeforeEachCallback, AfterEachCallback {

    private final Set<Pid<?>> before = new HashSet<>();

    @Override
    public void beforeEach(ExtensionContext context) {
        before.clear();
        before.addAll(ProcessTable.all());
    }

    /**
     * Only the test's own thread has ended: what its set-up has started is linked with this one.
     */
    @Override
    public void afterEach(ExtensionContext context) {
        List<LocalProcess<?>> left =
                ProcessTable.all().stream()
                        .filter(process ->
                                process.thread().isVirtual() && !before.contains(process))
                        .toList();
        left.forEach(Processes::unlink);
        left.forEach(process -> Processes.exit(process, ExitReason.KILL));
    }
}
