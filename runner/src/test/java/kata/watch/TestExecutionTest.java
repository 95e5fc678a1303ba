package kata.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import kata.Fixture;
import kata.Patience;
import kata.compile.StageCode;
import kata.stage.Stage;
import kata.worker.Verdict;
import kata.worker.Worker;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** To cancel a run ends that run, whenever it comes, and no other. */
class TestExecutionTest {

    private static final int MOMENTS = 40;
    private static final long BETWEEN_MOMENTS_NANOS = 250_000;

    @TempDir private Path folder;

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

    @Test
    void to_cancel_runs_that_wait_does_not_disturb_the_one_that_goes_on() {
        Stage stage = Fixture.stage(folder, "solved");
        try (Worker worker = new Worker(Patience.LIMIT)) {
            CompletableFuture<Verdict> verdict =
                    CompletableFuture.supplyAsync(() -> worker.run(StageCode.learner(stage)));
            await().atMost(Patience.LIMIT)
                    .until(() -> {
                        TestExecution.start(worker, StageCode.learner(stage), events::add).cancel();
                        return verdict.isDone();
                    });
            assertThat(verdict.join().passed()).isTrue();
        }
    }

    @Test
    void a_run_can_be_cancelled_at_every_moment_of_its_beginning() throws Exception {
        StageCode endless = StageCode.learner(Fixture.stage(folder, "endless-loop"));
        for (int moment = 0; moment < MOMENTS; moment++) {
            try (Worker worker = new Worker(Duration.ofHours(1))) {
                TestExecution run = TestExecution.start(worker, endless, events::add);
                long end = System.nanoTime() + moment * BETWEEN_MOMENTS_NANOS;
                while (System.nanoTime() < end) {
                    Thread.onSpinWait();
                }
                run.cancel();
                assertThat(events.poll(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS))
                        .as("cancelled at moment %d", moment)
                        .isNotNull();
            }
        }
    }
}
