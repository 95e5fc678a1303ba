package kata.watch;

import kata.compile.StageCode;
import kata.stage.KataException;
import kata.worker.Cancellation;
import kata.worker.Worker;

import java.time.Duration;
import java.util.function.Consumer;

/** One run of a stage's tests, in a thread of its own; its end is an event. */
final class TestExecution {

    private final Worker worker;
    private final StageCode code;
    private final long begin = System.nanoTime();
    private final Cancellation cancellation = new Cancellation();

    private TestExecution(Worker worker, StageCode code) {
        this.worker = worker;
        this.code = code;
    }

    /** Starts to test this code. Does not wait. */
    static TestExecution start(Worker worker, StageCode code, Consumer<Event> events) {
        var run = new TestExecution(worker, code);
        Thread.ofPlatform().daemon().name("kata-run").start(() -> events.accept(run.end()));
        return run;
    }

    private Event end() {
        try {
            return new Event.Ended(this, worker.run(code, cancellation));
        } catch (KataException impossible) {
            return new Event.Impossible(this, impossible.getMessage());
        } catch (RuntimeException | Error failure) {
            return new Event.Impossible(this, "The tests could not be run: " + failure);
        }
    }

    /** Has the tests end now. Does not wait; the end is an event like any other. */
    void cancel() {
        cancellation.cancel();
    }

    StageCode code() {
        return code;
    }

    Duration time() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
