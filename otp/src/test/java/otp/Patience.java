package otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Waits for what has to come. Each wait fails when its upper bound is reached. */
final class Patience {

    /** Only what never comes takes as long, on a machine with a hundred other things to do, too. */
    static final Duration LIMIT = Duration.ofMinutes(3);

    private Patience() {}

    /** Receives a message of a type. */
    static <T> T received(Class<T> type) {
        return Processes.receive(type, LIMIT)
                .orElseThrow(() -> new AssertionError("no " + type.getSimpleName() + " came"));
    }

    /** Receives the answer to a monitor; returns why the monitored process ended. */
    static ExitReason reasonOf(Monitor monitor) {
        Envelope down =
                ProcessTable.current().mailbox().take(monitor::isAnsweredBy, Deadline.after(LIMIT));
        assertThat(down).as("the answer to %s", monitor).isNotNull();
        return ((Down) down.message()).reason();
    }

    /** Runs a body in a process of its own; returns why that process ended. */
    static ExitReason endOf(Runnable body) {
        Gate monitored = new Gate();
        Pid<Object> process =
                Processes.spawn(() -> {
                    monitored.passStubbornly();
                    body.run();
                });
        Monitor monitor = Processes.monitor(process);
        monitored.open();
        return reasonOf(monitor);
    }

    /** Runs a body in a process of its own; returns what it returns. */
    static <T> T inProcess(Callable<T> body) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Processes.spawn(() -> {
            try {
                result.complete(body.call());
            } catch (Throwable thrown) {
                result.completeExceptionally(thrown);
            }
        });
        return valueOf(result);
    }

    static <T> T valueOf(CompletableFuture<T> future) {
        return future.orTimeout(LIMIT.toNanos(), TimeUnit.NANOSECONDS).join();
    }

    /** Waits until a process waits itself; a server that hibernates has no thread that could. */
    static void untilWaiting(Pid<?> process) {
        Set<Thread.State> waiting =
                Set.of(Thread.State.WAITING, Thread.State.TIMED_WAITING, Thread.State.TERMINATED);
        until(() -> waiting.contains(((LocalProcess<?>) process).thread().getState()));
    }

    /** Has a server run code that waits, and returns when the server has begun to. */
    static void occupy(Pid<ScriptedServer.Message> server, Runnable waiting) {
        Gate begun = new Gate();
        GenServer.cast(
                server,
                ScriptedServer.Tell.toRun(() -> {
                    begun.open();
                    waiting.run();
                }));
        begun.pass();
    }

    /** Waits until a process that is busy has a number of messages to come. */
    static void untilQueued(ServerRef<?> process, int messages) {
        Mailbox mailbox = ProcessTable.find(process).mailbox();
        until(() -> mailbox.size() == messages);
    }

    /** Waits for what no message tells. */
    static void until(Callable<Boolean> condition) {
        await().atMost(LIMIT)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(condition);
    }
}
