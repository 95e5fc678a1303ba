package jobs;

import static otp.Processes.receive;
import static otp.Processes.self;
import static otp.Processes.send;

import otp.Exit;
import otp.Pid;

import java.time.Duration;

/** A client with a thread of its own, which shows whether a limit is set for its waiting. */
final class WaitingThread {

    private static final Duration SOON = Duration.ofSeconds(3);

    private record Begins() {}

    private WaitingThread() {}

    /** Has a client wait for a job; it tells the test what it hears. */
    static Thread waitingFor(JobQueue queue, String id) {
        Pid<Object> test = self();
        Thread client =
                Thread.ofPlatform()
                        .daemon()
                        .start(() -> {
                            // A thread that is no process yet looks up now and then.
                            self();
                            // What a first question has to load must not be taken for waiting.
                            queue.await("unknown");
                            send(test, new Begins());
                            send(test, heard(queue, id));
                        });
        receive(Begins.class, SOON);
        return client;
    }

    private static Object heard(JobQueue queue, String id) {
        try {
            return queue.await(id);
        } catch (Exit end) {
            return end;
        }
    }

    /** Waits until the client waits, if it does so soon; returns what the thread is doing then. */
    static Thread.State waits(Thread client) {
        Running.await(() -> client.getState() == Thread.State.WAITING);
        return client.getState();
    }
}
