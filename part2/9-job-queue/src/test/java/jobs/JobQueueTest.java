package jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import static otp.Processes.exit;
import static otp.Processes.receive;
import static otp.Processes.self;
import static otp.Processes.send;
import static otp.Processes.spawn;

import static java.util.concurrent.TimeUnit.SECONDS;

import jobs.JobState.Done;
import jobs.JobState.GivenUp;
import jobs.JobState.Unknown;
import jobs.JobState.Waiting;
import jobs.ToldJob.Begun;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import otp.ExitReason;
import otp.Pid;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What becomes of jobs that succeed, fail, and wait. */
@Timeout(value = 20, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class JobQueueTest {

    private static final Duration SOON = Duration.ofSeconds(2);

    @AfterEach
    void end_every_process() {
        Running.endAll();
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-1")
    @DisplayName("A job is accepted before it is done")
    void a_job_is_accepted_at_once() {
        JobQueue queue = start(1, 1);

        assertThat(queue.submit("first", ToldJob.called("first"))).isTrue();
        assertThat(queue.submit("second", ToldJob.called("second"))).isTrue();
        assertThat(queue.state("second")).isEqualTo(new Waiting());
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-1")
    @DisplayName("A job of an id that is known is refused, and never done")
    void a_job_is_accepted_once() {
        JobQueue queue = start(2, 1);
        queue.submit("mail", () -> "sent");
        end(queue, "mail");

        assertThat(queue.submit("mail", () -> "sent twice")).isFalse();
        assertThat(end(queue, "mail")).isEqualTo(new Done("sent"));
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-2")
    @DisplayName("Each attempt runs in a new process")
    void each_attempt_is_a_process() {
        JobQueue queue = start(1, 3);
        queue.submit("mail", ToldJob.called("mail"));
        Begun first = ToldJob.next();
        first.fail();
        Begun second = ToldJob.next();
        second.fail();
        Begun third = ToldJob.next();

        assertThat(List.of(first.process(), second.process(), third.process(), self()))
                .as("the processes of three attempts, and the one that submits")
                .doesNotHaveDuplicates();
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-3")
    @DisplayName("As many jobs run at once as there are workers, and no more")
    void so_many_jobs_run_at_once() {
        JobQueue queue = start(3, 1);
        Stream.of("a", "b", "c", "d", "e").forEach(id -> queue.submit(id, ToldJob.called(id)));
        Begun first = ToldJob.next();
        ToldJob.next();
        ToldJob.next();

        assertThat(states(queue, "d", "e")).containsOnly(new Waiting());
        assertThat(ToldJob.hasBegun()).as("a fourth job has begun").isFalse();
        first.succeed();
        ToldJob.next();
        assertThat(queue.state("e")).as("the fifth job, while three run").isEqualTo(new Waiting());
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-4")
    @DisplayName("Jobs begin in the order in which they were submitted")
    void jobs_begin_in_order() {
        JobQueue queue = start(1, 1);
        List<String> ids = List.of("e", "d", "c", "b", "a", "another", "one more");
        ids.forEach(id -> queue.submit(id, ToldJob.called(id)));

        for (String id : ids) {
            Begun begun = ToldJob.next();
            assertThat(begun.id()).isEqualTo(id);
            begun.succeed();
        }
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-5")
    @DisplayName("A client can ask how far a job is")
    void the_state_is_told() {
        JobQueue queue = start(1, 1);
        assertThat(queue.state("mail")).isEqualTo(new Unknown());
        queue.submit("mail", ToldJob.called("mail"));
        queue.submit("next", ToldJob.called("next"));
        Begun begun = ToldJob.next();

        assertThat(queue.state("mail")).isEqualTo(new JobState.Running());
        assertThat(queue.state("next")).isEqualTo(new Waiting());
        begun.succeed();
        assertThat(end(queue, "mail")).isEqualTo(new Done("result of mail"));
        assertThat(queue.state("mail")).isEqualTo(new Done("result of mail"));
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-6")
    @DisplayName("Every client that waits for a job hears of its end, and no other client waits")
    void clients_wait_for_the_end() {
        JobQueue queue = start(1, 1);
        queue.submit("mail", ToldJob.called("mail"));
        Begun begun = ToldJob.next();
        awaits(queue, "mail");
        awaits(queue, "mail");

        assertThat(end(queue, "unknown")).isEqualTo(new Unknown());
        assertThat(queue.state("mail")).isEqualTo(new JobState.Running());
        begun.succeed();
        assertThat(receive(Done.class, SOON)).contains(new Done("result of mail"));
        assertThat(receive(Done.class, SOON)).contains(new Done("result of mail"));
        assertThat(end(queue, "mail")).isEqualTo(new Done("result of mail"));
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-7")
    @DisplayName("A job that throws is attempted again, until it succeeds, and not after that")
    void a_job_that_throws_is_attempted_again() {
        JobQueue queue = start(1, 9);
        queue.submit("mail", ToldJob.called("mail"));
        ToldJob.next().fail();
        ToldJob.next().fail();
        ToldJob.next().succeed();

        assertThat(end(queue, "mail")).isEqualTo(new Done("result of mail"));
        queue.submit("next", () -> "done");
        end(queue, "next");
        assertThat(ToldJob.hasBegun()).as("an attempt after the success").isFalse();
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-7")
    @DisplayName("A job is attempted again, however its process ends without a result")
    void a_job_whose_process_ends_is_attempted_again() {
        JobQueue queue = start(1, 4);
        queue.submit("mail", ToldJob.called("mail"));
        exit(ToldJob.next().process(), ExitReason.KILL);
        exit(ToldJob.next().process(), ExitReason.SHUTDOWN);
        exit(ToldJob.next().process(), ExitReason.of("out of paper"));
        ToldJob.next().succeed();

        assertThat(end(queue, "mail")).isEqualTo(new Done("result of mail"));
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-8")
    @DisplayName("A job that fails in its last attempt is given up, with the reason of that one")
    void a_job_is_given_up() {
        JobQueue queue = start(1, 2);
        queue.submit("mail", ToldJob.called("mail"));
        exit(ToldJob.next().process(), ExitReason.of("out of paper"));
        exit(ToldJob.next().process(), ExitReason.of("out of ink"));

        assertThat(end(queue, "mail")).isEqualTo(new GivenUp(ExitReason.of("out of ink")));
        assertThat(queue.state("mail")).isEqualTo(new GivenUp(ExitReason.of("out of ink")));
        assertThat(ToldJob.hasBegun()).as("a third attempt").isFalse();
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-8")
    @DisplayName("However many jobs are given up, the others are done")
    void many_may_fail() {
        JobQueue queue = start(2, 3);
        for (int number = 0; number < 50; number++) {
            queue.submit(
                    "bad " + number,
                    () -> {
                        throw new IllegalStateException("as always");
                    });
        }
        queue.submit("good", () -> "done");

        assertThat(end(queue, "good")).isEqualTo(new Done("done"));
        assertThat(end(queue, "bad 49")).isInstanceOf(GivenUp.class);
    }

    @Test
    @DisplayName("A queue without workers is refused, and the message says so")
    void there_must_be_a_worker() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> start(0, 1))
                .withMessageStartingWith("0 workers");
    }

    private static JobQueue start(int workers, int attempts) {
        return StartedQueue.of("queue", workers, attempts).queue();
    }

    private static List<JobState> states(JobQueue queue, String... ids) {
        return Stream.of(ids).map(queue::state).toList();
    }

    /** Returns what a client hears that waits for a job, which it must do soon. */
    private static JobState end(JobQueue queue, String id) {
        awaits(queue, id);
        return receive(JobState.class, SOON)
                .orElseThrow(() -> new AssertionError("nothing is heard of the end of " + id));
    }

    private static void awaits(JobQueue queue, String id) {
        Pid<Object> test = self();
        spawn(() -> send(test, queue.await(id)));
    }
}
