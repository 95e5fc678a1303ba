package counter.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import static otp.Processes.info;
import static otp.Processes.trapExits;

import static java.util.concurrent.TimeUnit.SECONDS;

import counter.EndEveryProcess;
import counter.Running;
import counter.store.Store;
import counter.store.Values;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import otp.Ets;
import otp.EtsName;
import otp.Exit;
import otp.GenServer;
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
    @Tag("task-2")
    @DisplayName("A worker of which nothing is kept begins at 0")
    void a_new_worker_begins_at_0() {
        startStore();

        assertThat(Worker.startLink(VISITS))
                .as("what came of starting a worker of which nothing is kept")
                .isInstanceOf(Start.Ok.class);

        assertThat(Worker.value(VISITS)).as("the value of the worker").isZero();
        assertThat(Worker.isRunning(VISITS)).as("the worker runs").isTrue();
    }

    @Test
    @Tag("task-2")
    @DisplayName("A worker begins with what is kept under its own name")
    void a_worker_begins_with_its_own_value() {
        startStore();
        Values.put("W1", 5);
        Values.put("W2", 6);

        Worker.startLink("W1").pid();
        Worker.startLink("W2").pid();

        assertThat(Worker.value("W1")).as("the value of W1").isEqualTo(5);
        assertThat(Worker.value("W2")).as("the value of W2").isEqualTo(6);
        for (int kept : List.of(0, -3, Integer.MIN_VALUE, Integer.MAX_VALUE)) {
            Values.put("W" + kept, kept);
            Worker.startLink("W" + kept).pid();
            assertThat(Worker.value("W" + kept))
                    .as("the value of a worker under whose name %d is kept", kept)
                    .isEqualTo(kept);
        }
    }

    @Test
    @Tag("task-2")
    @DisplayName("A worker begins at 0 if what is kept is no number")
    void a_worker_does_not_begin_with_nonsense() {
        startStore();
        Ets.insert(new EtsName<Object, String>("counter_values"), Tuple.of("W1", "seven"));

        assertThat(Worker.startLink("W1"))
                .as("what came of starting a worker of which nonsense is kept")
                .isInstanceOf(Start.Ok.class);

        assertThat(Worker.value("W1")).as("the value of W1").isZero();
    }

    @Test
    @Tag("task-2")
    @DisplayName("A worker that has only begun has kept nothing, and changed nothing")
    void a_worker_that_has_only_begun_keeps_nothing() {
        startStore();
        EtsName<Object, Object> table = new EtsName<>("counter_values");
        Ets.insert(table, Tuple.of("W2", "seven"));

        Worker.startLink("W1").pid();
        Worker.startLink("W2").pid();
        Worker.value("W1");
        Worker.value("W2");

        assertThat(Ets.tab2list(table)).as("what is kept").containsExactly(Tuple.of("W2", "seven"));
    }

    @Test
    @Tag("task-2")
    @DisplayName("A worker does not trap exits: it ends when it is told to")
    void a_worker_traps_no_exits() {
        trapExits(true);
        Worker.REGISTRY.startLink(Registry.Keys.UNIQUE).pid();
        Store.startLink().pid();

        Pid<Worker.Message> worker = Worker.startLink("W1").pid();

        assertThat(info(worker).orElseThrow().trapsExits()).as("the worker traps exits").isFalse();
    }

    @Test
    @Tag("task-2")
    @DisplayName("Without a store no worker starts, and no table is there")
    void no_worker_starts_without_a_store() {
        trapExits(true);
        Worker.REGISTRY.startLink(Registry.Keys.UNIQUE).pid();

        assertThat(Worker.startLink("W1"))
                .as("what came of starting a worker when there is no store")
                .isInstanceOf(Start.Failed.class);
        assertThat(Ets.whereis(new EtsName<>("counter_values"))).as("the table").isEmpty();
        Store.startLink().pid();
        assertThat(Worker.startLink("W1"))
                .as("what came of starting a worker when there is a store")
                .isInstanceOf(Start.Ok.class);
    }

    @Test
    @Tag("task-3")
    @DisplayName("A worker counts up and down, and answers each time with the new count")
    void a_worker_counts() {
        startStore();
        Worker.startLink(VISITS).pid();

        assertThat(Worker.inc(VISITS)).as("the value after 1 was added").isEqualTo(1);
        assertThat(Worker.inc(VISITS, 5)).as("the value after 5 was added").isEqualTo(6);
        assertThat(Worker.dec(VISITS)).as("the value after 1 was taken").isEqualTo(5);
        assertThat(Worker.dec(VISITS, 7)).as("the value after 7 was taken").isEqualTo(-2);
        assertThat(Worker.value(VISITS)).as("the value of the worker").isEqualTo(-2);
    }

    @Test
    @Tag("task-3")
    @DisplayName("Whatever was answered is kept already")
    void what_was_answered_is_kept() {
        startStore();
        Worker.startLink(VISITS).pid();

        Worker.inc(VISITS, 3);
        assertThat(Values.get(VISITS)).as("what is kept").contains(3);

        Worker.dec(VISITS, 4);
        assertThat(Values.get(VISITS)).as("what is kept").contains(-1);
    }

    @Test
    @Tag("task-3")
    @DisplayName("What cannot be kept is not answered")
    void what_cannot_be_kept_is_not_answered() {
        // A worker that crashes after its answer must not end the test before the answer is seen.
        trapExits(true);
        Pid<Void> store = startStore();
        Worker.startLink("W1").pid();
        Worker.startLink("W2").pid();
        assertThat(Worker.inc("W1")).as("what can be kept").isEqualTo(1);
        // When the next call is answered, nothing of the one before is left to do.
        assertThat(Worker.value("W1")).as("the value of W1 before the table is gone").isEqualTo(1);

        Running.kill(store);

        assertThatExceptionOfType(Exit.class)
                .as("a client adds to W1 when the table is gone")
                .isThrownBy(() -> Worker.inc("W1"));
        assertThatExceptionOfType(Exit.class)
                .as("a client takes from W2 when the table is gone")
                .isThrownBy(() -> Worker.dec("W2"));
    }

    @Test
    @DisplayName("A client whose worker ends before it answers is told so, and adds no second time")
    void a_change_is_asked_for_once() {
        trapExits(true);
        Worker.REGISTRY.startLink(Registry.Keys.UNIQUE).pid();
        Pid<Worker.Message> successor = Departing.startLink("W1");

        assertThatExceptionOfType(Exit.class)
                .as("a client adds to W1, which ends")
                .isThrownBy(() -> Worker.inc("W1", 3))
                .withMessageStartingWith("departed");
        assertThat(GenServer.call(successor, new Worker.Value()))
                .as("messages to the next process of the name, of which the client sent none")
                .isEqualTo(2);
    }

    @Test
    @Tag("task-3")
    @DisplayName("The worker keeps the count, whatever its client does, also a count of 0")
    void the_worker_keeps_every_count() {
        startStore();
        Worker.startLink(VISITS).pid();

        GenServer.call(Worker.via(VISITS), new Worker.Inc(3));
        assertThat(Values.get(VISITS)).as("what is kept after 3 was added").contains(3);
        GenServer.call(Worker.via(VISITS), new Worker.Dec(3));
        assertThat(Values.get(VISITS)).as("what is kept after 3 was taken away").contains(0);
        Worker.startLink("another").pid();
        Worker.inc("another", 0);
        assertThat(Values.get("another"))
                .as("what is kept of another worker after 0 was added")
                .contains(0);
    }

    @Test
    @Tag("task-3")
    @DisplayName("A count is kept in the place of what is no number")
    void a_count_takes_the_place_of_nonsense() {
        startStore();
        Ets.insert(new EtsName<Object, String>("counter_values"), Tuple.of("W1", "seven"));
        Worker.startLink("W1").pid();

        assertThat(Worker.inc("W1", 3)).as("the value after 3 was added").isEqualTo(3);

        assertThat(Values.get("W1")).as("what is kept").contains(3);
    }

    @Test
    @Tag("task-3")
    @DisplayName("Two workers share nothing, and each keeps its own value")
    void two_workers_share_nothing() {
        startStore();
        Worker.startLink("W1").pid();
        Worker.startLink("W2").pid();

        Worker.inc("W1", 3);
        Worker.inc("W2", 4);

        assertThat(Values.get("W1")).as("what is kept of W1").contains(3);
        assertThat(Values.get("W2")).as("what is kept of W2").contains(4);
    }

    @Test
    @Tag("task-3")
    @DisplayName("A value outlives a kill: the next worker of the name goes on with it")
    void a_value_outlives_a_kill() {
        startStore();
        Pid<Worker.Message> worker = Worker.startLink(VISITS).pid();
        Worker.inc(VISITS, 3);

        Running.kill(worker);
        Worker.startLink(VISITS).pid();

        assertThat(Worker.value(VISITS)).as("the value after the kill").isEqualTo(3);
        assertThat(Worker.inc(VISITS)).as("the value after 1 was added").isEqualTo(4);
    }

    @Test
    @Tag("task-3")
    @DisplayName("A value outlives an end in good order as well")
    void a_value_outlives_a_stop() {
        startStore();
        Pid<Worker.Message> worker = Worker.startLink(VISITS).pid();
        Worker.inc(VISITS, 3);

        GenServer.stop(worker);
        Worker.startLink(VISITS).pid();

        assertThat(Worker.value(VISITS)).as("the value of the worker").isEqualTo(3);
    }

    private static Pid<Void> startStore() {
        trapExits(true);
        Pid<Void> store = Store.startLink().pid();
        Worker.REGISTRY.startLink(Registry.Keys.UNIQUE).pid();
        return store;
    }
}
