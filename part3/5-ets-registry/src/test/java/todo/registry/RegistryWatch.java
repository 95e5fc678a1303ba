package todo.registry;

import static org.awaitility.Awaitility.await;

import static otp.Processes.info;
import static otp.Processes.isAlive;
import static otp.Processes.receive;
import static otp.Processes.self;
import static otp.Processes.spawn;
import static otp.Processes.trapExits;

import otp.Exit;
import otp.ExitMessage;
import otp.Pid;
import otp.ProcessInfo;
import otp.Processes;
import otp.ServerRef;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Starts the registry for a test, and tells what it monitors. */
final class RegistryWatch {

    private final Pid<ProcessRegistry.Message> registry;

    private RegistryWatch(Pid<ProcessRegistry.Message> registry) {
        this.registry = registry;
    }

    static RegistryWatch startRegistry() {
        trapExits(true);
        return new RegistryWatch(ProcessRegistry.startLink().pid());
    }

    /** Starts a process that lives until it is killed. */
    static Pid<?> process() {
        return spawn(Processes::receive);
    }

    Pid<ProcessRegistry.Message> pid() {
        return registry;
    }

    /** Returns what the registry monitors. */
    List<ServerRef<?>> monitors() {
        return info(registry).map(ProcessInfo::monitors).orElse(List.of());
    }

    /** Waits until the registry has been told of an end, and has done what it does then. */
    void awaitTheNewsOf(Pid<?> ended) {
        await().pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .atMost(Duration.ofSeconds(2))
                .alias("the registry has heard of the end of " + ended)
                .until(() -> !isAlive(ended) && !monitors().contains(ended));
        ask(() -> ProcessRegistry.registerName("my key", self()));
        ProcessRegistry.unregisterName("my key");
    }

    /** Asks the registry; if that has crashed, fails for the reason for which it has. */
    static <T> T ask(Supplier<T> question) {
        try {
            return question.get();
        } catch (Exit exit) {
            throw new Exit(receive(ExitMessage.class).reason());
        }
    }
}
