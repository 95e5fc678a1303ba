package counter.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import static otp.Processes.trapExits;

import static java.util.concurrent.TimeUnit.SECONDS;

import counter.EndEveryProcess;
import counter.Running;
import counter.store.Keeper;
import counter.store.Store;
import counter.store.Values;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import otp.Exit;
import otp.Pid;
import otp.Registry;
import otp.Start;
import otp.Tuple;

@ExtendWith(EndEveryProcess.class)
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WorkerTest {

    private static final Object VISITS = Tuple.of("visits", 7);

    @Test
    @Tag("task-3")
    @DisplayName("A worker begins with what is kept under its own name, or else at 0")
    void a_worker_begins_with_its_own_value() {
        startStore();
        Store.put("W1", 5);

        Worker.startLink("W1").pid();
        Worker.startLink(VISITS).pid();

        assertThat(Worker.value("W1")).as("the value of W1").isEqualTo(5);
        assertThat(Worker.value(VISITS)).as("the value of a new worker").isZero();
        assertThat(Values.get(VISITS)).as("what is kept of a worker that has only begun").isEmpty();
    }

    @Test
    @Tag("task-3")
    @DisplayName("A worker counts up and down, and whatever it answers is kept already")
    void what_was_answered_is_kept() {
        startStore();
        Worker.startLink(VISITS).pid();

        assertThat(Worker.inc(VISITS, 3)).as("the value after 3 was added").isEqualTo(3);
        assertThat(Values.get(VISITS)).as("what is kept after 3 was added").contains(3);
        assertThat(Worker.dec(VISITS, 4)).as("the value after 4 was taken").isEqualTo(-1);
        assertThat(Values.get(VISITS)).as("what is kept after 4 was taken").contains(-1);
    }

    @Test
    @Tag("task-3")
    @DisplayName("What cannot be kept is not answered")
    void what_cannot_be_kept_is_not_answered() {
        // A worker that crashes after its answer must not end the test before the answer is seen.
        trapExits(true);
        Pid<Store.Message> store = startStore();
        Worker.startLink("W1").pid();
        assertThat(Worker.inc("W1")).as("what can be kept").isEqualTo(1);

        Running.kill(store);

        assertThatExceptionOfType(Exit.class)
                .as("a client adds to W1 when there is no store")
                .isThrownBy(() -> Worker.inc("W1"));
    }

    @Test
    @Tag("task-3")
    @DisplayName("A worker can begin while there is no store: it only reads")
    void a_worker_begins_without_a_store() {
        Pid<Store.Message> store = startStore();
        Store.put("W1", 5);
        Running.kill(store);

        assertThat(Worker.startLink("W1"))
                .as("what came of starting a worker when there is no store")
                .isInstanceOf(Start.Ok.class);

        assertThat(Worker.value("W1")).as("the value of W1").isEqualTo(5);
    }

    @Test
    @Tag("task-3")
    @DisplayName("A value outlives both the worker and the store")
    void a_value_outlives_worker_and_store() {
        Pid<Store.Message> store = startStore();
        Pid<Worker.Message> worker = Worker.startLink(VISITS).pid();
        Worker.inc(VISITS, 3);

        Running.kill(worker);
        Running.kill(store);
        Store.startLink().pid();
        Worker.startLink(VISITS).pid();

        assertThat(Worker.inc(VISITS)).as("the value, and 1 added").isEqualTo(4);
    }

    private static Pid<Store.Message> startStore() {
        trapExits(true);
        Keeper.startLink().pid();
        Worker.REGISTRY.startLink(Registry.Keys.UNIQUE).pid();
        return Store.startLink().pid();
    }
}
