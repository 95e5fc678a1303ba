package duper;

import static org.awaitility.Awaitility.await;

import static otp.Processes.send;
import static otp.Processes.spawn;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import otp.From;
import otp.GenServer;
import otp.Init;
import otp.Name;
import otp.Next;
import otp.Pid;
import otp.Processes;
import otp.Sys;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Stands in for the path finder: before it hands out the first file, another process orders the
 * worker to pause.
 */
final class InterruptingPathFinder extends GenServer<PathFinder.Message, Integer> {

    /** Tells the test that the worker pauses. */
    record Paused(Pid<?> worker) {}

    /** Tells the test that a worker has asked for a file. */
    record Asked(int times) {}

    private final Pid<Object> test;
    private final Path file;

    private InterruptingPathFinder(Pid<Object> test, Path file) {
        this.test = test;
        this.file = file;
    }

    /** Starts a path finder that hands out one file twice. */
    static void startLink(Path file) {
        Pid<Object> test = Processes.self();
        startLink(() -> new InterruptingPathFinder(test, file), new Name<>("duper_path_finder"))
                .pid();
    }

    @Override
    protected Init<Integer> init() {
        return ok(1);
    }

    @Override
    protected Next<Integer> handle(PathFinder.Message message, Integer times) {
        PathFinder.NextPath request = (PathFinder.NextPath) message;
        From<Optional<Path>> worker = from(request);
        send(test, new Asked(times));
        if (times == 1) {
            pause(worker.pid());
        }
        reply(worker, Optional.of(file).filter(_ -> times <= 2));
        return noreply(times + 1);
    }

    private void pause(Pid<?> worker) {
        spawn(() -> {
            Sys.suspend(worker);
            send(test, new Paused(worker));
        });
        await("the order to pause is in the worker's mailbox")
                .pollDelay(0, MILLISECONDS)
                .pollInterval(1, MILLISECONDS)
                .atMost(5, SECONDS)
                .until(() -> Processes.mailboxLength(worker) > 0);
    }
}
