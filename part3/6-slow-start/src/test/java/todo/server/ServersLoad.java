package todo.server;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import todo.EndEveryProcess;

/**
 * Sees once, before tests that use servers, that a server loads its list and answers those that
 * wait for it: a test that fails because it does not says so at once.
 */
public final class ServersLoad implements BeforeEachCallback {

    private static boolean isSeen;
    private static RuntimeException crash;
    private static AssertionError failure;

    @Override
    public void beforeEach(ExtensionContext test) throws InterruptedException {
        if (!isSeen) {
            isSeen = true;
            look();
        }
        if (crash != null) {
            throw crash;
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static void look() throws InterruptedException {
        SlowDisk disk = new SlowDisk();
        try {
            disk.start();
            disk.startLoaded("a list to begin with");
        } catch (RuntimeException thrown) {
            crash = thrown;
        } catch (AssertionError thrown) {
            failure = thrown;
        } finally {
            EndEveryProcess.now();
        }
    }
}
