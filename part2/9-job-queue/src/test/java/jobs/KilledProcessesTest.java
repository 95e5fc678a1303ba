package jobs;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.Processes.info;
import static otp.Processes.isAlive;
import static otp.Processes.receive;
import static otp.Processes.self;
import static otp.Processes.send;
import static otp.Processes.spawn;

import static java.util.concurrent.TimeUnit.SECONDS;

import jobs.JobState.Done;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import otp.Exit;
import otp.Pid;
import otp.ProcessInfo.Status;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Processes of the queue that are killed, and those that are left. */
@Timeout(value = 20, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class KilledProcessesTest {

    private static final Duration SOON = Duration.ofSeconds(3);

    private record Heard(Object what) {}

    private StartedQueue started;
    private ToldJob.Begun begun;
    private Optional<Heard> lastHeard;
    private int jobs;

    @AfterEach
    void end_every_process() {
        Running.endAll();
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-9")
    @DisplayName(
            "Any process not linked to the starter may be killed: the queue does jobs afterwards")
    void the_queue_outlives_its_processes() {
        int inner = innerProcesses(2);
        for (int victim = 0; victim < inner; victim++) {
            JobQueue queue = busy("queue " + victim, 2);
            Running.kill(started.inner().get(victim));

            Running.await(() -> doesAnother(queue));
            assertThat(lastHeard)
                    .as("what comes of a job after process %d of %d was killed", victim + 1, inner)
                    .contains(new Heard(new Done("done")));
            Running.endAll();
        }
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-9")
    @DisplayName(
            "A client that waits for a job hears of it, whichever process of the queue is killed")
    void clients_hear_of_a_killed_queue() {
        int inner = innerProcesses(2);
        for (int victim = 0; victim < inner; victim++) {
            JobQueue queue = busy("queue " + victim, 2);
            List<Pid<?>> processes = started.inner();
            Pid<?> client = awaits(queue, "running");
            Running.await(() -> info(client).filter(it -> it.status() == Status.RUNNING).isEmpty());
            Running.kill(processes.get(victim));

            begun.succeed();
            assertThat(heard().map(Heard::what).orElse("nothing"))
                    .as(
                            "what a client hears after process %d of %d was killed: an Exit, or"
                                    + " the end of its job",
                            victim + 1, inner)
                    .isInstanceOfAny(Exit.class, Done.class);
            Running.endAll();
        }
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-9")
    @DisplayName(
            "No more jobs run at once after a kill: what ran before has ended, or goes on alone")
    void no_attempt_is_left_running() {
        int inner = innerProcesses(1);
        for (int victim = 0; victim < inner; victim++) {
            JobQueue queue = busy("queue " + victim, 1);
            Pid<?> before = begun.process();
            Running.kill(started.inner().get(victim));
            Running.await(() -> accepts(queue, "next", ToldJob.called("next")));

            if (hasBegun("next")) {
                Running.await(() -> !isAlive(before));
                assertThat(isAlive(before))
                        .as(
                                "whether the one worker attempts two jobs after process %d of %d"
                                        + " was killed",
                                victim + 1, inner)
                        .isFalse();
            }
            Running.endAll();
        }
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-10")
    @DisplayName("When the process that has started the queue is killed, nothing is left of it")
    void nothing_outlives_the_starter() {
        busy("queue", 2);

        Running.kill(started.starter());

        Running.await(() -> Running.processes().isEmpty());
        assertThat(Running.processes()).as("processes that are left").isEmpty();
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-10")
    @DisplayName("Jobs that have ended leave no process behind")
    void jobs_leave_nothing() {
        JobQueue queue = StartedQueue.of("queue", 3, 2).queue();
        allEnd(queue, "first");
        Set<Pid<?>> before = Set.copyOf(Running.processes());
        allEnd(queue, "second");

        Running.await(() -> before.containsAll(Running.processes()));
        assertThat(before)
                .as("the processes that ran before: more jobs have left no other")
                .containsAll(Running.processes());
    }

    /** Tells whether a job begins soon; attempts at others are told to succeed. */
    private static boolean hasBegun(String id) {
        Optional<ToldJob.Begun> next = receive(ToldJob.Begun.class, SOON);
        if (next.isEmpty() || next.get().id().equals(id)) {
            return next.isPresent();
        }
        next.get().succeed();
        return hasBegun(id);
    }

    /** Starts a queue with a job that runs. */
    private JobQueue busy(String name, int workers) {
        started = StartedQueue.of(name, workers, 3);
        started.queue().submit("running", ToldJob.called("running"));
        begun = ToldJob.next();
        return started.queue();
    }

    /** Returns how many inner processes a queue has that does one job. */
    private int innerProcesses(int workers) {
        busy("look", workers);
        int inner = started.inner().size();
        Running.endAll();
        return inner;
    }

    private static void allEnd(JobQueue queue, String name) {
        IntStream.range(0, 20).forEach(number -> queue.submit(name + number, () -> work(number)));
        IntStream.range(0, 20).forEach(number -> queue.await(name + number));
    }

    private static String work(int number) {
        if (number % 3 == 0) {
            throw new IllegalStateException("every third fails");
        }
        return "done";
    }

    /** Returns what a client hears; attempts that begin meanwhile are told to succeed. */
    private static Optional<Heard> heard() {
        return switch (receive(Object.class, KilledProcessesTest::isNews, SOON).orElse(null)) {
            case ToldJob.Begun attempt -> {
                attempt.succeed();
                yield heard();
            }
            case Heard heard -> Optional.of(heard);
            case null, default -> Optional.empty();
        };
    }

    private static boolean isNews(Object message) {
        return message instanceof ToldJob.Begun || message instanceof Heard;
    }

    private boolean doesAnother(JobQueue queue) {
        String id = "afterwards " + jobs++;
        lastHeard = Optional.empty();
        if (accepts(queue, id, () -> "done")) {
            awaits(queue, id);
            lastHeard = heard();
        }
        return lastHeard.equals(Optional.of(new Heard(new Done("done"))));
    }

    private static boolean accepts(JobQueue queue, String id, Job job) {
        try {
            return queue.submit(id, job);
        } catch (Exit restarting) {
            return false;
        }
    }

    private static Pid<?> awaits(JobQueue queue, String id) {
        Pid<Object> test = self();
        return spawn(() -> send(test, new Heard(answer(queue, id))));
    }

    private static Object answer(JobQueue queue, String id) {
        try {
            return queue.await(id);
        } catch (Exit end) {
            return end;
        }
    }
}
