package todo.registry;

import static org.awaitility.Awaitility.await;

import static otp.Processes.receive;
import static otp.Processes.spawn;
import static otp.Processes.trapExits;
import static otp.Processes.whereis;

import org.awaitility.core.ConditionFactory;

import otp.Exit;
import otp.ExitMessage;
import otp.Pid;
import otp.ProcessInfo;
import otp.Processes;
import otp.ServerRef;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Starts the registry for a test, and tells what it keeps of others. */
final class RegistryWatch {

    private RegistryWatch() {}

    static void startRegistry() {
        trapExits(true);
        ProcessRegistry.startLink().pid();
    }

    /** Starts a process that lives until it is killed. */
    static Pid<?> process() {
        return spawn(Processes::receive);
    }

    /** Returns what the registry monitors. */
    static List<ServerRef<?>> monitors() {
        return whereis(ProcessRegistry.NAME)
                .flatMap(Processes::info)
                .map(ProcessInfo::monitors)
                .orElse(List.of());
    }

    /** Waits until the registry has been told of an end, and has done what it does then. */
    static void awaitTheNewsOf(Pid<?> ended) {
        atOnce().alias("the registry has heard of the end of " + ended)
                .until(() -> !monitors().contains(ended));
        free("a free key");
    }

    /**
     * Returns how many clumsy keys the registry has. None is looked up: a registry that forgets the
     * dead only with a lookup has not forgotten them.
     */
    static int clumsyKeys() {
        ClumsyKey key = new ClumsyKey();
        free(key);
        return key.comparisons();
    }

    /** Asks the registry; if that has crashed, fails for the reason for which it has. */
    static <T> T ask(Supplier<T> question) {
        try {
            return question.get();
        } catch (Exit exit) {
            throw new Exit(receive(ExitMessage.class).reason());
        }
    }

    static ConditionFactory atOnce() {
        return await().pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .atMost(Duration.ofSeconds(2));
    }

    private static void free(Object key) {
        ask(() -> {
            ProcessRegistry.unregisterName(key);
            return null;
        });
    }
}
