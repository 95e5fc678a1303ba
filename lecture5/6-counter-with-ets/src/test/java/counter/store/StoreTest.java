package counter.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import static otp.Processes.info;
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
import otp.EtsAccess;
import otp.EtsException;
import otp.EtsInfo;
import otp.EtsName;
import otp.EtsOptions;
import otp.EtsTable;
import otp.Pid;
import otp.Start;

import java.util.Optional;

@ExtendWith(EndEveryProcess.class)
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StoreTest {

    @Test
    @Tag("task-1")
    @DisplayName("The table belongs to the store, and not to a process that uses it")
    void the_table_belongs_to_the_store() {
        Pid<Void> store = startStore();

        assertThat(Ets.info(new EtsName<>("counter_values")).map(EtsInfo::owner))
                .as("the owner of the table")
                .isEqualTo(Optional.of(store));
    }

    @Test
    @Tag("task-1")
    @DisplayName("A store begins empty, and keeps what any process puts there")
    void a_store_keeps_what_is_put_there() {
        startStore();
        assertThat(Values.get("W1")).as("the value of W1").isEmpty();

        Values.put("W1", 3);

        assertThat(Values.get("W1")).as("the value of W1").contains(3);
    }

    @Test
    @Tag("task-1")
    @DisplayName("The store does not trap exits: it ends when it is told to")
    void the_store_traps_no_exits() {
        assertThat(info(startStore()).orElseThrow().trapsExits())
                .as("the store traps exits")
                .isFalse();
    }

    @Test
    @Tag("task-1")
    @DisplayName("There is one store: a second one is not started, and the first is named")
    void there_is_one_store() {
        Pid<Void> store = startStore();

        assertThat(Store.startLink())
                .as("what came of starting a second store")
                .isEqualTo(new Start.AlreadyStarted<>(store));
    }

    @Test
    @Tag("task-1")
    @DisplayName("A store that cannot have its table does not start")
    void no_store_starts_without_a_table_of_its_own() {
        trapExits(true);
        for (EtsAccess access : EtsAccess.values()) {
            EtsTable<Object, Integer> foreign =
                    Ets.create(Values.TABLE, EtsOptions.set().access(access));

            assertThat(Store.startLink())
                    .as("what came of starting a store when the name of its table is taken")
                    .isInstanceOf(Start.Failed.class);

            Ets.delete(foreign);
        }
        startStore();
        assertThat(Values.get("W1")).as("what is kept in a table of its own").isEmpty();
    }

    @Test
    @Tag("task-1")
    @DisplayName("With the store its values end, and the next store begins empty")
    void the_values_end_with_the_store() {
        Pid<Void> store = startStore();
        Values.put("W1", 3);

        Running.kill(store);

        assertThatExceptionOfType(EtsException.class)
                .as("a process reads the table of a killed store")
                .isThrownBy(() -> Values.get("W1"));
        startStore();
        assertThat(Values.get("W1")).as("the value of W1").isEmpty();
    }

    private static Pid<Void> startStore() {
        trapExits(true);
        return Store.startLink().pid();
    }
}
