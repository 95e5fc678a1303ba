package jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import static otp.Processes.exit;
import static otp.Processes.info;
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
import otp.ProcessInfo.Status;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Phaser;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What becomes of jobs that succeed, fail, and wait. */
@Timeout(value = 20, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class JobQueueTest {

    private static final Duration SOON = Duration.ofSeconds(3);

    private record Submitted(boolean isAccepted) {}

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

        assertThat(queue.submit("first", ToldJob.called("first")))
                .as("the first job is accepted")
                .isTrue();
        assertThat(queue.submit("second", ToldJob.called("second")))
                .as("the second job is accepted, while the first is not done")
                .isTrue();
        assertThat(queue.state("second"))
                .as("the state of the second job, while the only worker does the first")
                .isEqualTo(new Waiting());
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-1")
    @DisplayName("A job of an id that is known is refused, however far that one is, and never done")
    void a_job_is_accepted_once() {
        JobQueue queue = start(1, 1);
        queue.submit("mail", ToldJob.called("mail"));
        queue.submit("bill", ToldJob.called("bill"));
        Begun mail = ToldJob.next();

        assertThat(isAcceptedAgain(queue, "mail"))
                .as("a second mail is accepted, while the first runs")
                .isFalse();
        assertThat(isAcceptedAgain(queue, "bill"))
                .as("a second bill is accepted, while the first waits")
                .isFalse();
        mail.succeed();
        Begun bill = ToldJob.next();
        assertThat(bill.id()).as("the job that begins after the mail").isEqualTo("bill");
        bill.fail();
        assertThat(end(queue, "bill"))
                .as("the end of a bill that fails in its only attempt")
                .isInstanceOf(GivenUp.class);
        assertThat(isAcceptedAgain(queue, "mail"))
                .as("a second mail is accepted, after the first is done")
                .isFalse();
        assertThat(isAcceptedAgain(queue, "bill"))
                .as("a second bill is accepted, after the first was given up")
                .isFalse();
        queue.submit("last", () -> "done");
        assertThat(end(queue, "last"))
                .as("the end of a job that came after the refused ones")
                .isEqualTo(new Done("done"));
        assertThat(end(queue, "mail"))
                .as("the end of the mail: the result of the first one")
                .isEqualTo(new Done("result of mail"));
        assertThat(ToldJob.hasBegun()).as("a job that was refused has begun").isFalse();
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-1")
    @DisplayName("Of the jobs of an id that are submitted at the same moment, one is accepted")
    void one_of_many_is_accepted() {
        JobQueue queue = start(1, 1);
        Pid<Object> test = self();
        for (int round = 0; round < 20; round++) {
            String id = "mail " + round;
            Phaser together = new Phaser(10);
            for (int client = 0; client < 10; client++) {
                spawn(() -> {
                    together.arriveAndAwaitAdvance();
                    send(test, new Submitted(queue.submit(id, () -> "done")));
                });
            }

            assertThat(
                            Stream.generate(() -> receive(Submitted.class, SOON).orElseThrow())
                                    .limit(10))
                    .as("what ten clients are told that submit the same job at once")
                    .filteredOn(Submitted::isAccepted)
                    .hasSize(1);
        }
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-1")
    @DisplayName("Of two jobs of an id that are on their way at the same moment, one is accepted")
    void one_of_two_on_their_way_is_accepted() {
        JobQueue queue = start(1, 1);
        Pid<Object> test = self();

        try (Held all = Held.of(Running.processes())) {
            for (int client = 0; client < 2; client++) {
                all.whileAsks(() ->
                        spawn(() -> {
                            boolean accepted = queue.submit("mail", () -> "done");
                            send(test, new Submitted(accepted));
                        }));
            }
        }

        assertThat(Stream.generate(() -> receive(Submitted.class, SOON).orElseThrow()).limit(2))
                .as("what two clients are told that submit the same job at once")
                .containsExactlyInAnyOrder(new Submitted(true), new Submitted(false));
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-1")
    @Tag("requirement-5")
    @DisplayName("However many jobs wait, all are accepted, and each is known after its end")
    void a_thousand_jobs_are_accepted() {
        JobQueue queue = start(1, 1);
        queue.submit("long", ToldJob.called("long"));
        Begun begun = ToldJob.next();
        List<String> ids = IntStream.range(0, 1_000).mapToObj(number -> "mail " + number).toList();

        assertThat(ids.stream().filter(id -> !queue.submit(id, () -> "result of " + id)))
                .as("the jobs that are refused, of a thousand different ones")
                .isEmpty();
        begun.succeed();
        queue.await(ids.getLast());
        assertThat(ids)
                .as("the jobs, each of which is done and tells its result")
                .allMatch(id -> queue.state(id).equals(new Done("result of " + id)));
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-1")
    @DisplayName("A job that was accepted is done, though the client that submitted it has ended")
    void a_job_outlives_its_client() {
        JobQueue queue = start(1, 1);
        queue.submit("first", ToldJob.called("first"));
        Begun first = ToldJob.next();
        ToldJob mail = ToldJob.called("mail");
        Pid<?> client =
                spawn(() -> {
                    queue.submit("mail", mail);
                    receive();
                });
        Running.await(() -> queue.state("mail").equals(new Waiting()));
        Running.kill(client);
        // What the queue may hear of that end is there before this question.
        queue.state("mail");

        first.succeed();

        assertThat(ToldJob.next().id())
                .as("the job that begins next: its client has ended")
                .isEqualTo("mail");
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-1")
    @DisplayName("A job that runs is done, though the client that submitted it has ended")
    void a_running_job_outlives_its_client() {
        JobQueue queue = start(1, 1);
        ToldJob mail = ToldJob.called("mail");
        Pid<?> client =
                spawn(() -> {
                    queue.submit("mail", mail);
                    receive();
                });
        Begun begun = ToldJob.next();
        Running.kill(client);
        // What the queue may hear of that end is there before this question.
        queue.state("mail");

        begun.succeed();

        assertThat(end(queue, "mail"))
                .as("the end of a job whose client has ended while it ran")
                .isEqualTo(new Done("result of mail"));
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-2")
    @DisplayName("Each attempt runs in a new process, be it at the same job or at another")
    void each_attempt_is_a_process() {
        JobQueue queue = start(1, 9);
        queue.submit("mail", ToldJob.called("mail"));
        queue.submit("bill", ToldJob.called("bill"));
        List<Pid<?>> processes = new ArrayList<>();
        for (int failures = 0; failures < 4; failures++) {
            Begun attempt = ToldJob.next();
            processes.add(attempt.process());
            attempt.fail();
        }
        for (int successes = 0; successes < 2; successes++) {
            Begun attempt = ToldJob.next();
            processes.add(attempt.process());
            attempt.succeed();
        }

        processes.add(self());
        assertThat(processes)
                .as("the processes of six attempts, and the one that submits")
                .doesNotHaveDuplicates();
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-11")
    @DisplayName("What all processes share cannot change: what changes is kept by a process")
    void what_processes_share_cannot_change() {
        assertThat(StaticState.canChange(start(3, 1)))
                .as("the object that startLink returns, or what it holds, can change")
                .isFalse();
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

        assertThat(states(queue, "d", "e"))
                .as("the states of the fourth and the fifth job, while three run")
                .containsOnly(new Waiting());
        assertThat(ToldJob.hasBegun()).as("a fourth job has begun, while three run").isFalse();
        first.succeed();
        ToldJob.next();
        assertThat(queue.state("e"))
                .as("the state of the fifth job, while three run")
                .isEqualTo(new Waiting());
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-3")
    @DisplayName("However many workers there are, as many jobs run at once")
    void any_number_of_jobs_may_run_at_once() {
        JobQueue queue = start(100, 1);

        for (int number = 0; number < 100; number++) {
            String id = "mail " + number;
            queue.submit(id, ToldJob.called(id));
            assertThat(ToldJob.next().id())
                    .as("the job that begins, while %d of a hundred workers are busy", number)
                    .isEqualTo(id);
        }
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
            assertThat(begun.id())
                    .as("the job that begins next: the one that was submitted next")
                    .isEqualTo(id);
            begun.succeed();
        }
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-4")
    @Tag("requirement-8")
    @DisplayName("When a job is given up, the next one begins, and nothing else need happen first")
    void the_next_job_begins_after_a_failure() {
        JobQueue queue = start(1, 1);
        List<String> ids = List.of("e", "d", "c");
        ids.forEach(id -> queue.submit(id, ToldJob.called(id)));

        for (String id : ids) {
            Begun begun = ToldJob.next();
            assertThat(begun.id())
                    .as("the job that begins when the one before it was given up")
                    .isEqualTo(id);
            begun.fail();
        }
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-3")
    @Tag("requirement-4")
    @DisplayName("While one job takes long, the others begin in order")
    void jobs_begin_in_order_while_one_takes_long() {
        JobQueue queue = start(2, 1);
        queue.submit("long", ToldJob.called("long"));
        ToldJob.next();

        List<String> ids = List.of("e", "d", "c", "b", "a");
        ids.forEach(id -> queue.submit(id, ToldJob.called(id)));
        for (String id : ids) {
            Begun begun = ToldJob.next();
            assertThat(begun.id()).as("the job that begins next beside the long one").isEqualTo(id);
            begun.succeed();
        }
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-5")
    @DisplayName("A client can ask how far a job is")
    void the_state_is_told() {
        JobQueue queue = start(1, 1);
        assertThat(queue.state("mail"))
                .as("the state of a job that was never submitted")
                .isEqualTo(new Unknown());
        queue.submit("mail", ToldJob.called("mail"));
        queue.submit("next", ToldJob.called("next"));
        Begun begun = ToldJob.next();

        assertThat(queue.state("mail"))
                .as("the state of the mail, while it runs")
                .isEqualTo(new JobState.Running());
        assertThat(queue.state("next"))
                .as("the state of the next job, while the only worker does the mail")
                .isEqualTo(new Waiting());
        begun.succeed();
        assertThat(end(queue, "mail"))
                .as("the end of the mail")
                .isEqualTo(new Done("result of mail"));
        assertThat(queue.state("mail"))
                .as("the state of the mail, when it is done")
                .isEqualTo(new Done("result of mail"));
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

        assertThat(end(queue, "unknown"))
                .as("the end of a job that was never submitted")
                .isEqualTo(new Unknown());
        assertThat(queue.state("mail"))
                .as("the state of the mail, while two clients wait for it")
                .isEqualTo(new JobState.Running());
        begun.succeed();
        assertThat(receive(Done.class, SOON))
                .as("what the first of two clients hears that wait for the mail")
                .contains(new Done("result of mail"));
        assertThat(receive(Done.class, SOON))
                .as("what the second of two clients hears that wait for the mail")
                .contains(new Done("result of mail"));
        assertThat(end(queue, "mail"))
                .as("the end of the mail, asked for when it is done")
                .isEqualTo(new Done("result of mail"));
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-6")
    @DisplayName("A client that waits hears of the end only, though attempts begin and fail")
    void clients_wait_through_all_attempts() {
        JobQueue queue = start(1, 2);
        queue.submit("mail", ToldJob.called("mail"));
        queue.submit("bill", ToldJob.called("bill"));
        Pid<?> client = awaits(queue, "bill");
        Running.await(() -> info(client).filter(it -> it.status() == Status.RUNNING).isEmpty());

        ToldJob.next().succeed();
        ToldJob.next().fail();
        exit(ToldJob.next().process(), ExitReason.of("out of ink"));

        assertThat(receive(JobState.class, SOON))
                .as("what a client hears that has waited for the bill from the start")
                .contains(new GivenUp(ExitReason.of("out of ink")));
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-6")
    @DisplayName("A client waits as long as it takes: there is no limit, and it asks once")
    void clients_wait_without_a_limit() {
        JobQueue queue = start(1, 1);
        queue.submit("mail", ToldJob.called("mail"));
        Begun begun = ToldJob.next();

        Thread client = WaitingThread.waitingFor(queue, "mail");
        assertThat(WaitingThread.waits(client))
                .as("how the thread of a client waits for the mail: without a limit")
                .isEqualTo(Thread.State.WAITING);
        begun.succeed();
        assertThat(receive(Done.class, SOON))
                .as("what a client hears that has waited for the mail")
                .contains(new Done("result of mail"));
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

        assertThat(end(queue, "mail"))
                .as("the end of a mail that fails twice and then succeeds")
                .isEqualTo(new Done("result of mail"));
        queue.submit("next", () -> "done");
        end(queue, "next");
        assertThat(ToldJob.hasBegun()).as("another attempt has begun, after the success").isFalse();
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-7")
    @DisplayName("Each job has its own attempts, and waits between them like any other")
    void each_job_has_its_own_attempts() {
        JobQueue queue = start(1, 2);
        List<String> ids = List.of("mail", "bill", "picture");
        ids.forEach(id -> queue.submit(id, ToldJob.called(id)));
        Set<String> failed = new HashSet<>();
        for (int attempts = 0; attempts < 6; attempts++) {
            Begun attempt = ToldJob.next();
            assertThat(ids.stream().filter(id -> queue.state(id) instanceof JobState.Running))
                    .as("the jobs that run, while a worker attempts one")
                    .containsExactly(attempt.id());
            assertThat(ToldJob.hasBegun())
                    .as("another attempt has begun, while the only worker is busy")
                    .isFalse();
            if (failed.add(attempt.id())) {
                attempt.fail();
            } else {
                attempt.succeed();
            }
        }

        assertThat(ids)
                .as("the jobs, each of which fails once and is then done")
                .allMatch(id -> end(queue, id).equals(new Done("result of " + id)));
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-7")
    @DisplayName("A job is attempted again, however its process ends without a result")
    void a_job_whose_process_ends_is_attempted_again() {
        JobQueue queue = start(1, 5);
        queue.submit("mail", ToldJob.called("mail"));
        ToldJob.next().endWith(ExitReason.NORMAL);
        exit(ToldJob.next().process(), ExitReason.KILL);
        exit(ToldJob.next().process(), ExitReason.SHUTDOWN);
        exit(ToldJob.next().process(), ExitReason.of("out of paper"));
        ToldJob.next().succeed();

        assertThat(end(queue, "mail"))
                .as("the end of a mail whose process has ended four times without a result")
                .isEqualTo(new Done("result of mail"));
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-8")
    @DisplayName("A job that fails in its last attempt is given up, with the reason of that one")
    void a_job_is_given_up() {
        JobQueue queue = start(1, 2);
        ExitReason outOfInk = ExitReason.of(List.of("out of ink", 507));
        queue.submit("mail", ToldJob.called("mail"));
        exit(ToldJob.next().process(), ExitReason.of("out of paper"));
        exit(ToldJob.next().process(), outOfInk);

        assertThat(end(queue, "mail"))
                .as("the end of a mail that fails in both attempts: the reason of the last")
                .isEqualTo(new GivenUp(outOfInk));
        assertThat(queue.state("mail"))
                .as("the state of a mail that was given up: the reason of its last attempt")
                .isEqualTo(new GivenUp(outOfInk));
        assertThat(end(queue, "mail"))
                .as("the end of the mail, asked for when it was given up")
                .isEqualTo(new GivenUp(outOfInk));
        assertThat(ToldJob.hasBegun()).as("a third attempt has begun").isFalse();
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-7")
    @Tag("requirement-8")
    @DisplayName("Each attempt counts, for whatever reason its process ends")
    void each_attempt_counts() {
        JobQueue queue = start(2, 1);
        queue.submit("long", ToldJob.called("long"));
        Begun begun = ToldJob.next();
        List<ExitReason> reasons =
                List.of(
                        ExitReason.NORMAL,
                        ExitReason.SHUTDOWN,
                        ExitReason.KILLED,
                        ExitReason.of("out of paper"));
        for (ExitReason reason : reasons) {
            String id = "ends with " + reason;
            queue.submit(id, ToldJob.called(id));
            ToldJob.next().endWith(reason);

            assertThat(end(queue, id))
                    .as("the end of a job that %s in its only attempt", id)
                    .isEqualTo(new GivenUp(reason));
        }
        queue.submit("killed", ToldJob.called("killed"));
        exit(ToldJob.next().process(), ExitReason.KILL);

        assertThat(end(queue, "killed"))
                .as("the end of a job that is killed in its only attempt")
                .isEqualTo(new GivenUp(ExitReason.KILLED));
        begun.succeed();
        assertThat(end(queue, "long"))
                .as("the end of a job that ran while the attempts at others failed")
                .isEqualTo(new Done("result of long"));
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-8")
    @DisplayName("Of a job that throws, the reason tells what it has thrown")
    void a_job_that_throws_tells_why() {
        JobQueue queue = start(1, 1);
        queue.submit(
                "mail",
                () -> {
                    throw new IllegalStateException("out of ink");
                });

        assertThat(end(queue, "mail").toString())
                .as("the end of a job that has thrown")
                .contains("GivenUp", "out of ink");
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

        assertThat(end(queue, "good")).as("the end of the good job").isEqualTo(new Done("done"));
        assertThat(end(queue, "bad 49"))
                .as("the end of the last bad job")
                .isInstanceOf(GivenUp.class);
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-11")
    @DisplayName("Two queues share nothing: each does its own job of an id")
    void queues_share_nothing() {
        JobQueue mails = StartedQueue.of("mails", 1, 1).queue();
        JobQueue bills = StartedQueue.of("bills", 1, 1).queue();

        assertThat(mails.submit("to Bob", () -> "a mail"))
                .as("the first queue accepts its job")
                .isTrue();
        assertThat(bills.state("to Bob"))
                .as("the state in the second queue of a job of the first")
                .isEqualTo(new Unknown());
        assertThat(bills.submit("to Bob", () -> "a bill"))
                .as("the second queue accepts a job of the same id")
                .isTrue();
        assertThat(end(mails, "to Bob"))
                .as("the end of the job of the first queue")
                .isEqualTo(new Done("a mail"));
        assertThat(end(bills, "to Bob"))
                .as("the end of the job of the second queue")
                .isEqualTo(new Done("a bill"));
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-11")
    @DisplayName("Any text names a queue or a job, and two names that look like one are two")
    void names_do_not_run_together() {
        List<String> between = List.of("", " ", ".", "-", "_", ":", "/");
        JobQueue queue = start(between.size(), 1);
        for (String sign : between) {
            JobQueue other = StartedQueue.of("queue" + sign + "mail", 1, 1).queue();

            assertThat(queue.submit("mail" + sign + "bob", ToldJob.called("a mail to bob")))
                    .as("'mail%sbob' is accepted", sign)
                    .isTrue();
            assertThat(other.submit("bob", ToldJob.called("bob")))
                    .as("'bob' is accepted by the queue 'queue%smail'", sign)
                    .isTrue();
            assertThat(List.of(ToldJob.next().id(), ToldJob.next().id()))
                    .as("the jobs that begin, one in each queue")
                    .containsExactlyInAnyOrder("a mail to bob", "bob");
        }
        assertThat(Stream.of("", "bob", "Bob", " bob", "bob ").filter(id -> accepts(queue, id)))
                .as("the jobs that are accepted, of five ids")
                .hasSize(5);
    }

    @Test
    @DisplayName("A queue without workers is refused, and the message says so")
    void there_must_be_a_worker() {
        assertThatIllegalArgumentException()
                .as("starting a queue with no workers")
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

    private static Pid<?> awaits(JobQueue queue, String id) {
        Pid<Object> test = self();
        return spawn(() -> send(test, queue.await(id)));
    }

    private static boolean accepts(JobQueue queue, String id) {
        return queue.submit(id, ToldJob.called(id));
    }

    private static boolean isAcceptedAgain(JobQueue queue, String id) {
        return queue.submit(id, ToldJob.called("refused " + id));
    }
}
