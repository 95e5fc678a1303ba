package counter.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import static otp.Processes.trapExits;
import static otp.Processes.whereis;

import static java.util.concurrent.TimeUnit.SECONDS;

import counter.EndEveryProcess;
import counter.Running;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import otp.Exit;
import otp.GenServer;
import otp.Name;
import otp.Pid;
import otp.Registry;
import otp.Start;
import otp.Tuple;

import java.util.List;

@ExtendWith(EndEveryProcess.class)
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WorkerTest {

    private static final Object VISITS = Tuple.of("visits", 7);

    @Test
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
    @DisplayName("The runtime's own names are not used any more")
    void no_atom_is_used() {
        startRegistry();
        Worker.startLink("W1").pid();

        assertThat(whereis(new Name<>("W1"))).as("the process that is called W1").isEmpty();
    }

    @Test
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
    @DisplayName("Another process under the same name is no worker")
    void another_process_is_no_worker() {
        startRegistry();
        Worker.REGISTRY.register(VISITS, null);

        assertThat(Worker.isRunning(VISITS)).as("a worker runs under %s", VISITS).isFalse();

        Worker.REGISTRY.unregister(VISITS);
    }

    private static void startRegistry() {
        trapExits(true);
        Worker.REGISTRY.startLink(Registry.Keys.UNIQUE).pid();
    }
}
