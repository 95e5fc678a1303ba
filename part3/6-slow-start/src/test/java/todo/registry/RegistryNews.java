package todo.registry;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.Processes.info;
import static otp.Processes.receive;

import org.awaitility.Awaitility;

import otp.Exit;
import otp.ExitMessage;
import otp.ExitReason;
import otp.Pid;
import otp.Processes;

import todo.Running;

import java.time.Duration;

/** Waits until the registry knows what a test knows. */
public final class RegistryNews {

    private RegistryNews() {}

    /** Returns the registry that runs, and links the caller to it. */
    public static Pid<?> follow() {
        Pid<?> registry = Running.process(ProcessRegistry.NAME);
        Processes.link(registry);
        return registry;
    }

    /**
     * Waits until the registry, which is linked to the caller, has been told of every end there
     * was, and has done what it does then; if it has crashed, fails for the reason why.
     */
    public static void await(Pid<?> registry) {
        Awaitility.await()
                .alias("the registry has heard of every end there was")
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .atMost(Duration.ofSeconds(5))
                .until(() -> !expectsNews(registry));
        try {
            ProcessRegistry.unregisterName("a free key");
        } catch (Exit exit) {
            throw new Exit(endOf(registry));
        }
        if (!Processes.isAlive(registry)) {
            // It was the next registry that answered.
            throw new Exit(endOf(registry));
        }
    }

    private static boolean expectsNews(Pid<?> registry) {
        return info(registry).stream()
                .flatMap(it -> it.monitors().stream())
                .anyMatch(process -> process instanceof Pid<?> pid && !Processes.isAlive(pid));
    }

    private static ExitReason endOf(Pid<?> registry) {
        ExitMessage end = receive(ExitMessage.class);
        while (!end.from().equals(registry)) {
            end = receive(ExitMessage.class);
        }
        assertThat(end.reason())
                .as("why the registry has ended: it is shut down if others cannot be started again")
                .isNotEqualTo(ExitReason.SHUTDOWN);
        return end.reason();
    }
}
