package counter.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import static otp.Processes.info;
import static otp.Processes.isAlive;
import static otp.Processes.receive;
import static otp.Processes.self;
import static otp.Processes.send;
import static otp.Processes.spawnMonitor;
import static otp.Processes.trapExits;
import static otp.Processes.whereis;

import static java.util.concurrent.TimeUnit.SECONDS;

import counter.EndEveryProcess;
import counter.Running;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import otp.Down;
import otp.Exit;
import otp.GenServer;
import otp.Name;
import otp.Pid;
import otp.ProcessInfo;
import otp.Processes;
import otp.Start;

import java.util.List;
import java.util.Optional;

@ExtendWith(EndEveryProcess.class)
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WorkerTest {

    @Test
    @Tag("task-1")
    @DisplayName("A worker that was started is found under its name")
    void a_worker_is_found_under_its_name() {
        Pid<Worker.Message> worker = start("W1");

        assertThat(whereis(new Name<Worker.Message>("W1")))
                .as("the process that is called W1")
                .contains(worker);
    }

    @Test
    @Tag("task-1")
    @DisplayName("Two names are two workers")
    void two_names_are_two_workers() {
        List<String> names = List.of("W1", "W2", "w1", " W1", "W1 ", "");

        names.forEach(WorkerTest::start);

        assertThat(names.stream().map(Name<Worker.Message>::new).map(Processes::whereis))
                .as("the processes of these names: %s", names)
                .doesNotContain(Optional.empty())
                .doesNotHaveDuplicates();
    }

    @Test
    @Tag("task-1")
    @DisplayName("Under a name that is taken nothing is started, and the holder is named")
    void a_taken_name_starts_nothing() {
        Pid<Worker.Message> worker = start("W1");
        int before = Running.processes().size();

        assertThat(Worker.startLink("W1"))
                .as("what comes of starting W1 again")
                .isEqualTo(new Start.AlreadyStarted<>(worker));

        assertThat(Running.processes()).as("processes that run: as many as before").hasSize(before);
    }

    @Test
    @Tag("task-1")
    @DisplayName("A worker is linked to the process that started it")
    void a_worker_is_linked_to_its_starter() {
        Pid<Worker.Message> worker = start("W1");

        assertThat(info(worker).map(ProcessInfo::links))
                .as("what is linked to the worker")
                .contains(List.<Pid<?>>of(self()));
    }

    @Test
    @Tag("task-2")
    @DisplayName("A worker begins at 0, and counts up and down")
    void a_worker_counts() {
        start("W1");
        assertThat(Worker.value("W1")).as("the value of W1").isZero();

        Worker.inc("W1");
        Worker.inc("W1", 5);
        Worker.dec("W1");
        Worker.dec("W1", 2);

        assertThat(Worker.value("W1")).as("the value of W1").isEqualTo(3);
    }

    @Test
    @Tag("task-2")
    @DisplayName("Any amount counts: a negative one, none at all, a large one")
    void any_amount_counts() {
        start("W1");

        Worker.inc("W1", -3);
        assertThat(Worker.value("W1")).as("the value of W1: 0, and -3 added").isEqualTo(-3);
        Worker.dec("W1", -5);
        assertThat(Worker.value("W1")).as("the value of W1: -3, and -5 taken away").isEqualTo(2);
        Worker.inc("W1", 0);
        Worker.dec("W1", 0);
        assertThat(Worker.value("W1"))
                .as("the value of W1: 2, and nothing added or taken")
                .isEqualTo(2);
        Worker.inc("W1", 1_000_000_000);
        assertThat(Worker.value("W1"))
                .as("the value of W1: 2, and a thousand million added")
                .isEqualTo(1_000_000_002);
    }

    @Test
    @Tag("task-2")
    @DisplayName("Each change is one message, and so is the question, sent by the client itself")
    void each_function_sends_one_message() {
        trapExits(true);
        GenServer.startLink(Recorder::new, Worker.nameOf("W1")).pid();

        long started =
                Running.started(() -> {
                    Worker.inc("W1");
                    Worker.inc("W1", 5);
                    Worker.dec("W1");
                    Worker.dec("W1", 5);
                    assertThat(Worker.value("W1"))
                            .as("messages that the worker has had")
                            .isEqualTo(5);
                });

        assertThat(started).as("processes that were started to talk to the worker").isZero();
    }

    @Test
    @Tag("task-2")
    @DisplayName("Two workers share nothing")
    void two_workers_share_nothing() {
        start("W1");
        start("W2");

        Worker.inc("W1");
        Worker.dec("W2");

        assertThat(Worker.value("W1")).as("the value of W1").isEqualTo(1);
        assertThat(Worker.value("W2")).as("the value of W2").isEqualTo(-1);
    }

    @Test
    @Tag("task-2")
    @DisplayName("The name leads to the next life of a worker, which begins at 0")
    void the_next_life_of_a_worker_is_asked() {
        Pid<Worker.Message> worker = start("W1");
        Worker.inc("W1");
        assertThat(Worker.value("W1")).as("the value of W1").isEqualTo(1);

        Running.kill(worker);
        Pid<Worker.Message> next = start("W1");

        assertThat(isAlive(next)).as("the next worker is alive").isTrue();
        assertThat(Worker.value("W1")).as("the value of W1").isZero();
    }

    @Test
    @Tag("task-2")
    @DisplayName("A client that has changed a count, or asked, is not bound to the worker")
    void a_client_is_not_bound_to_the_worker() {
        start("W1");
        Pid<Object> test = self();

        spawnMonitor(() -> {
            Worker.inc("W1");
            Worker.dec("W1");
            Worker.value("W1");
            send(test, info(self()).orElseThrow());
        });

        Object heard = receive();
        if (heard instanceof Down down) {
            throw new Exit(down.reason());
        }
        ProcessInfo client = (ProcessInfo) heard;
        assertThat(client.monitors()).as("what the client monitors").isEmpty();
        assertThat(client.links()).as("what the client is linked to").isEmpty();
    }

    @Test
    @Tag("task-2")
    @DisplayName("A client whose worker ends before it answers is told so, and asks no other")
    void a_question_is_asked_once() {
        trapExits(true);
        Pid<Worker.Message> successor = GenServer.startLink(Recorder::new).pid();
        Departing.startLink("W1", successor);

        assertThatExceptionOfType(Exit.class)
                .as("a client asks W1, which ends")
                .isThrownBy(() -> Worker.value("W1"))
                .withMessageStartingWith("departed");
        assertThat(GenServer.call(successor, new Worker.Value()))
                .as("questions that the next process of the name has had, the test's own included")
                .isEqualTo(1);
    }

    @Test
    @Tag("task-2")
    @DisplayName("A name without a worker: calls fail, and casts are dropped")
    void a_free_name_leads_nowhere() {
        assertThatNoException()
                .as("telling W3 to count up and down, which no process is called")
                .isThrownBy(() -> {
                    Worker.inc("W3");
                    Worker.dec("W3");
                });
        assertThatExceptionOfType(Exit.class)
                .as("asking W3, which no process is called")
                .isThrownBy(() -> Worker.value("W3"))
                .withMessageStartingWith("noproc");
    }

    private static Pid<Worker.Message> start(String name) {
        trapExits(true);
        return Worker.startLink(name).pid();
    }
}
