package counter.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import static otp.Processes.isAlive;
import static otp.Processes.trapExits;

import static java.util.concurrent.TimeUnit.SECONDS;

import counter.EndEveryProcess;
import counter.Running;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import otp.Ets;
import otp.EtsException;
import otp.EtsInfo;
import otp.Exit;
import otp.GenServer;
import otp.Pid;
import otp.Start;
import otp.Tuple;

import java.util.Optional;

@ExtendWith(EndEveryProcess.class)
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StoreTest {

    private Pid<Keeper.Message> keeper;

    @Test
    @Tag("task-3")
    @DisplayName("A store that has started owns the table")
    void a_store_owns_the_table() {
        Pid<Store.Message> store = startStore();

        assertThat(Ets.info(Values.TABLE).map(EtsInfo::owner))
                .as("the owner of the table")
                .isEqualTo(Optional.of(store));
    }

    @Test
    @Tag("task-3")
    @DisplayName("What the store has kept, every process reads")
    void a_store_keeps_what_it_is_told() {
        startStore();

        assertThat(Store.put("W1", 3)).as("what the store answers").isEqualTo(3);

        assertThat(Values.get("W1")).as("the value of W1").contains(3);
        assertThat(Values.get("W2")).as("the value of W2").isEmpty();
    }

    @Test
    @Tag("task-3")
    @DisplayName("No other process writes past the store")
    void no_other_process_writes() {
        startStore();

        assertThatExceptionOfType(EtsException.class)
                .as("another process inserts a row")
                .isThrownBy(() -> Ets.insert(Values.TABLE, Tuple.of("W1", 3)));
    }

    @Test
    @Tag("task-3")
    @DisplayName("While the store is dead its values are read, and the next store writes on")
    void the_values_outlive_the_store() {
        Pid<Store.Message> store = startStore();
        Store.put("W1", 3);
        Store.put("W2", 4);

        Running.kill(store);
        assertThat(Values.get("W1")).as("the value of W1 while there is no store").contains(3);
        startAnotherStore();
        Store.put("W1", 5);

        assertThat(Values.get("W1")).as("the value of W1").contains(5);
        assertThat(Values.get("W2")).as("the value of W2").contains(4);
    }

    @Test
    @Tag("task-3")
    @DisplayName("The values outlive a stop and a crash as well")
    void the_values_outlive_a_crash() {
        Pid<Store.Message> store = startStore();
        Store.put("W1", 3);

        GenServer.stop(store);
        startAnotherStore();
        assertThatExceptionOfType(Exit.class)
                .as("a value without a name is put")
                .isThrownBy(() -> Store.put(null, 4));
        startAnotherStore();

        assertThat(Values.get("W1")).as("the value of W1 after a stop and a crash").contains(3);
    }

    @Test
    @Tag("task-3")
    @DisplayName("A store does not start while another process owns the table")
    void no_store_starts_without_the_table() {
        startKeeper();
        Pid<Owner.Run> other = Owner.of(Keeper::claim);

        assertThat(Store.startLink())
                .as("what came of starting a store when another process owns the table")
                .isInstanceOf(Start.Failed.class);

        assertThat(isAlive(keeper)).as("the keeper is alive").isTrue();
        Running.kill(other);
        assertThat(Store.startLink())
                .as("what came of starting a store when the table is with the keeper")
                .isInstanceOf(Start.Ok.class);
    }

    @Test
    @Tag("task-3")
    @DisplayName("Without a keeper no store starts, and there is no table")
    void no_store_starts_without_a_keeper() {
        trapExits(true);

        assertThat(Store.startLink())
                .as("what came of starting a store when there is no keeper")
                .isInstanceOf(Start.Failed.class);

        assertThat(Ets.whereis(Values.TABLE)).as("the table").isEmpty();
        startKeeper();
        assertThat(Store.startLink())
                .as("what came of starting a store when there is a keeper")
                .isInstanceOf(Start.Ok.class);
    }

    @Test
    @Tag("task-3")
    @DisplayName("There is one store: a second one is not started, and the first is named")
    void there_is_one_store() {
        Pid<Store.Message> store = startStore();

        assertThat(Store.startLink())
                .as("what came of starting a second store")
                .isEqualTo(new Start.AlreadyStarted<>(store));
    }

    private Pid<Store.Message> startStore() {
        startKeeper();
        return startAnotherStore();
    }

    private void startKeeper() {
        trapExits(true);
        keeper = Keeper.startLink().pid();
    }

    private static Pid<Store.Message> startAnotherStore() {
        return Store.startLink().pid();
    }
}
