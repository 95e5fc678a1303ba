package todo.cache;

import static otp.Processes.info;
import static otp.Processes.receive;

import org.awaitility.Awaitility;

import otp.Exit;
import otp.ExitMessage;
import otp.ExitReason;
import otp.Pid;
import otp.Processes;
import otp.Sys;

import todo.Running;

import java.time.Duration;

/** Waits until the cache knows what a test knows. */
public final class CacheNews {

    private CacheNews() {}

    /** Returns the cache that runs, and links the caller to it. */
    public static Pid<TodoCache.Message> follow() {
        Pid<TodoCache.Message> cache = Running.process(TodoCache.NAME);
        Processes.link(cache);
        return cache;
    }

    /**
     * Waits until the cache, which is linked to the caller, has been told of every end there was,
     * and has done what it does then; if it has crashed, fails for the reason why.
     */
    public static void await(Pid<TodoCache.Message> cache) {
        Awaitility.await()
                .alias("the cache has heard of every end there was")
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .atMost(Duration.ofSeconds(5))
                .until(() -> !expectsNews(cache));
        try {
            // When this is answered, whatever came before has been dealt with.
            Sys.getState(cache);
        } catch (Exit exit) {
            throw new Exit(endOf(cache));
        }
    }

    private static boolean expectsNews(Pid<?> cache) {
        return info(cache).stream()
                .flatMap(it -> it.monitors().stream())
                .anyMatch(process -> process instanceof Pid<?> pid && !Processes.isAlive(pid));
    }

    private static ExitReason endOf(Pid<?> cache) {
        ExitMessage end = receive(ExitMessage.class);
        while (!end.from().equals(cache)) {
            end = receive(ExitMessage.class);
        }
        return end.reason();
    }
}
