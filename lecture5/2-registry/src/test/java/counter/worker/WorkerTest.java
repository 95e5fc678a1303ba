package counter.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import static otp.Processes.info;
import static otp.Processes.receive;
import static otp.Processes.register;
import static otp.Processes.self;
import static otp.Processes.send;
import static otp.Processes.spawn;
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

import otp.Exit;
import otp.GenServer;
import otp.Name;
import otp.Pid;
import otp.Registry;
import otp.RegistryEvent;
import otp.RegistryOptions;
import otp.Start;
import otp.Tuple;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

@ExtendWith(EndEveryProcess.class)
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WorkerTest {

    private static final Object VISITS = Tuple.of("visits", 7);

    @Test
    @Tag("task-1")
    @DisplayName("Any value is a name: a text, a number, a tuple")
    void any_value_is_a_name() {
        startRegistry();
        List<Object> names = List.of("7", 7, VISITS);

        names.forEach(name -> Worker.startLink(name).pid());
        Worker.inc("7");
        Worker.inc(7, 2);
        Worker.inc(Tuple.of("visits", 7), 3);

        assertThat(names)
                .as("the values of the workers, name by name")
                .extracting(Worker::value)
                .containsExactly(1, 2, 3);
    }

    @Test
    @Tag("task-1")
    @DisplayName("Equal names are one name; any others are two, however alike they are")
    void names_are_compared_by_equals() {
        startRegistry();
        List<Object> names =
                List.of(
                        7,
                        7L,
                        7.0,
                        '7',
                        "Aa",
                        "BB",
                        "aa",
                        " Aa",
                        "Aa ",
                        "\u00e9",
                        "e\u0301",
                        "x".repeat(70_000) + "y",
                        "x".repeat(70_000) + "z",
                        0.0,
                        -0.0,
                        List.of(7),
                        VISITS,
                        Worker.class);

        names.forEach(name -> Worker.startLink(name).pid());
        names.forEach(name -> Worker.inc(name, names.indexOf(name)));

        assertThat(names)
                .as("the values, of which each worker has its own")
                .extracting(Worker::value)
                .containsExactlyElementsOf(IntStream.range(0, names.size()).boxed().toList());
        assertThat(Worker.value(new String("BB"))).as("the value of an equal text").isEqualTo(5);
    }

    @Test
    @Tag("task-1")
    @DisplayName("A worker that was started is found in the registry, under a key for workers")
    void a_worker_is_found_under_its_key() {
        startRegistry();
        Pid<Worker.Message> worker = Worker.startLink(VISITS).pid();

        assertThat(Worker.REGISTRY.lookup(new Registry.ModuleKey(Worker.class, VISITS)))
                .as("what the registry has under the worker's key")
                .containsExactly(new Registry.Entry<>(worker, null));
        assertThat(Worker.REGISTRY.count()).as("keys that the registry has").isEqualTo(1);
    }

    @Test
    @Tag("task-1")
    @DisplayName("The runtime's own names are not used any more")
    void no_atom_is_used() {
        startRegistry();
        Worker.startLink("W1").pid();

        assertThat(whereis(new Name<>("W1"))).as("the process that is called W1").isEmpty();
    }

    @Test
    @Tag("task-1")
    @DisplayName("Keys are unique: a taken one starts nothing, and the holder is named")
    void keys_are_unique() {
        startRegistry();
        Pid<Worker.Message> worker = Worker.startLink(VISITS).pid();
        int before = Running.processes().size();

        assertThat(Worker.startLink(VISITS))
                .as("what comes of starting the counter again")
                .isEqualTo(new Start.AlreadyStarted<>(worker));

        assertThat(Running.processes()).as("processes that run: as many as before").hasSize(before);
    }

    @Test
    @Tag("task-1")
    @DisplayName("A client whose worker ends before it answers is told so, and asks no other")
    void a_question_is_asked_once() {
        startRegistry();
        Pid<Worker.Message> successor = Departing.startLink("W1");

        assertThatExceptionOfType(Exit.class)
                .as("a client asks W1, which ends")
                .isThrownBy(() -> Worker.value("W1"))
                .withMessageStartingWith("departed");
        assertThat(GenServer.call(successor, new Worker.Value()))
                .as("messages to the next process of the name, of which the client sent none")
                .isEqualTo(2);
    }

    @Test
    @Tag("task-1")
    @DisplayName("A worker counts up and down, and the next one of its name begins at 0")
    void a_worker_counts() {
        startRegistry();
        Pid<Worker.Message> worker = Worker.startLink(VISITS).pid();
        Worker.inc(VISITS);
        Worker.inc(VISITS, 5);
        Worker.dec(VISITS);
        Worker.dec(VISITS, 2);
        assertThat(Worker.value(VISITS)).as("the value of the counter").isEqualTo(3);

        Running.kill(worker);
        Worker.startLink(VISITS).pid();

        assertThat(Worker.value(VISITS)).as("the value of the counter").isZero();
    }

    @Test
    @Tag("task-1")
    @DisplayName("A name without a worker: calls fail, and casts are dropped")
    void a_free_name_leads_nowhere() {
        startRegistry();
        Worker.inc(VISITS);

        assertThatExceptionOfType(Exit.class)
                .as("asking a name that no process has")
                .isThrownBy(() -> Worker.value(VISITS))
                .withMessageStartingWith(
                        "noproc (in a call of {:via, :counter_registry, {Worker, {visits, 7}}}");
    }

    @Test
    @Tag("task-2")
    @DisplayName("A client that looks whether a worker runs only looks: it watches no process")
    void looking_leaves_no_monitor() {
        startRegistry();
        Worker.startLink(VISITS).pid();

        Worker.isRunning(VISITS);

        assertThat(info(self()).orElseThrow().monitors())
                .as("what a client monitors that has looked whether a worker runs")
                .isEmpty();
    }

    @Test
    @Tag("task-2")
    @DisplayName("A worker runs from its start to its end, and not before or after")
    void a_worker_runs_from_start_to_end() {
        startRegistry();
        assertThat(Worker.isRunning(VISITS)).as("a worker runs under %s", VISITS).isFalse();

        Pid<Worker.Message> worker = Worker.startLink(VISITS).pid();
        assertThat(Worker.isRunning(VISITS)).as("a worker runs under %s", VISITS).isTrue();
        assertThat(Worker.isRunning("visits")).as("a worker runs under %s", "visits").isFalse();

        GenServer.stop(worker);
        assertThat(Worker.isRunning(VISITS)).as("a worker runs under %s", VISITS).isFalse();
    }

    @Test
    @Tag("task-2")
    @DisplayName("A worker that was killed does not run, and one that is only busy does")
    void a_busy_worker_runs_and_a_killed_one_does_not() {
        startRegistry();
        Pid<?> busy = holdsTheKeyAndAnswersNobody(VISITS);

        long started =
                Running.started(() ->
                        assertThat(Worker.isRunning(VISITS))
                                .as("a busy worker runs under %s", VISITS)
                                .isTrue());
        assertThat(started).as("processes that were started to look for it").isZero();

        Running.kill(busy);
        assertThat(Worker.isRunning(VISITS)).as("a killed worker runs").isFalse();
    }

    @Test
    @Tag("task-2")
    @DisplayName("Without a registry it is unknown whether a worker runs")
    void without_a_registry_it_is_unknown() {
        assertThatIllegalArgumentException()
                .as("a client looks for a worker when there is no registry")
                .isThrownBy(() -> Worker.isRunning(VISITS));
    }

    @Test
    @Tag("task-2")
    @DisplayName("Another process under the same name is no worker")
    void another_process_is_no_worker() {
        startRegistry();
        Worker.REGISTRY.register(VISITS, null);

        assertThat(Worker.isRunning(VISITS)).as("a worker runs under %s", VISITS).isFalse();

        Worker.REGISTRY.unregister(VISITS);
    }

    @Test
    @Tag("task-2")
    @DisplayName("To look changes nothing: no process is registered for it, not even for a moment")
    void a_look_registers_nothing() {
        trapExits(true);
        Name<Object> listener = new Name<>("listener");
        register(self(), listener);
        Worker.REGISTRY.startLink(RegistryOptions.unique().listener(listener)).pid();

        assertThat(Worker.isRunning(VISITS)).as("a worker runs under %s", VISITS).isFalse();

        assertThat(receive(RegistryEvent.class, Duration.ZERO))
                .as("what the registry tells of, when a client has looked for %s", VISITS)
                .isEmpty();
    }

    private static Pid<?> holdsTheKeyAndAnswersNobody(Object name) {
        Object key = Worker.via(name).key();
        Pid<Object> test = self();
        Pid<?> holder =
                spawn(() -> {
                    Worker.REGISTRY.register(key, null);
                    send(test, "registered");
                    receive(Void.class);
                });
        receive(String.class);
        return holder;
    }

    private static void startRegistry() {
        trapExits(true);
        Worker.REGISTRY.startLink(Registry.Keys.UNIQUE).pid();
    }
}
