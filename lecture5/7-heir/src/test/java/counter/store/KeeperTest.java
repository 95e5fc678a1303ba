package counter.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import static otp.Processes.isAlive;
import static otp.Processes.spawn;
import static otp.Processes.trapExits;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import counter.EndEveryProcess;
import counter.Running;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import otp.Ets;
import otp.EtsAccess;
import otp.EtsException;
import otp.EtsInfo;
import otp.EtsOptions;
import otp.EtsTable;
import otp.EtsType;
import otp.GenServer;
import otp.Pid;
import otp.Processes;
import otp.Start;
import otp.Sys;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

@ExtendWith(EndEveryProcess.class)
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class KeeperTest {

    private Pid<Keeper.Message> keeper;

    @Test
    @Tag("task-1")
    @DisplayName("A keeper begins with an empty table: a set that only its owner writes")
    void the_table_is_of_its_type() {
        startKeeper();

        assertThat(Ets.info(Values.TABLE))
                .as("the table, once its keeper runs")
                .hasValueSatisfying(table -> {
                    assertThat(table.type()).as("the type of the table").isEqualTo(EtsType.SET);
                    assertThat(table.access())
                            .as("which processes may use the table")
                            .isEqualTo(EtsAccess.PROTECTED);
                    assertThat(table.size()).as("rows of the table").isZero();
                });
    }

    @Test
    @Tag("task-1")
    @DisplayName("The table belongs to the keeper, and is to come back to it")
    void the_keeper_is_owner_and_heir() {
        startKeeper();

        assertThat(owner()).as("the owner of the table").isEqualTo(Optional.of(keeper));
        assertThat(Ets.info(Values.TABLE).flatMap(EtsInfo::heir))
                .as("the heir of the table")
                .isEqualTo(Optional.of(keeper));
    }

    @Test
    @Tag("task-1")
    @DisplayName("A keeper that cannot have its table does not start")
    void no_keeper_starts_without_a_table_of_its_own() {
        trapExits(true);
        EtsTable<Object, Integer> foreign = Ets.create(Values.TABLE, EtsOptions.set());

        assertThat(Keeper.startLink())
                .as("what came of starting a keeper when the name of its table is taken")
                .isInstanceOf(Start.Failed.class);

        Ets.delete(foreign);
        startKeeper();
        assertThat(owner()).as("the owner of the table").isEqualTo(Optional.of(keeper));
    }

    @Test
    @Tag("task-2")
    @DisplayName("A process that claims the table owns it when it is told so, and can write")
    void a_claimant_owns_the_table() {
        startKeeper();
        List<Boolean> answers = new ArrayList<>();

        Pid<Owner.Run> claimant =
                Owner.of(() -> {
                    answers.add(Keeper.claim());
                    Values.put("W1", 3);
                });

        assertThat(answers).as("what the claimant is told").containsExactly(true);
        assertThat(owner()).as("the owner of the table").isEqualTo(Optional.of(claimant));
        assertThat(Values.get("W1")).as("the value of W1").contains(3);
    }

    @Test
    @Tag("task-2")
    @DisplayName("A table that is in use is not taken from its owner, and the keeper goes on")
    void a_table_in_use_is_not_taken_away() {
        startKeeper();
        List<Boolean> answers = new ArrayList<>();
        Pid<Owner.Run> first = Owner.of(() -> answers.add(Keeper.claim()));

        Owner.of(() -> answers.add(Keeper.claim()));

        assertThat(answers).as("what the two claimants are told").containsExactly(true, false);
        assertThat(owner()).as("the owner of the table").isEqualTo(Optional.of(first));
        assertThat(isAlive(keeper)).as("the keeper is alive").isTrue();
    }

    @Test
    @Tag("task-2")
    @DisplayName("An owner that claims its own table still owns it, and the keeper goes on")
    void an_owner_may_claim_its_own_table() {
        startKeeper();

        Pid<Owner.Run> owner =
                Owner.of(() -> {
                    Keeper.claim();
                    Keeper.claim();
                });

        assertThat(owner()).as("the owner of the table").isEqualTo(Optional.of(owner));
        assertThat(isAlive(keeper)).as("the keeper is alive").isTrue();
    }

    @Test
    @Tag("task-2")
    @DisplayName("The keeper owns the table again when the owner has ended, with all its rows")
    void the_table_comes_back() {
        startKeeper();

        for (int life = 1; life <= 3; life++) {
            int value = life;
            Pid<Owner.Run> claimant = Owner.of(Keeper::claim);
            Owner.run(claimant, () -> Values.put("W" + value, value));

            Running.kill(claimant);

            assertThat(owner()).as("the owner after a kill").isEqualTo(Optional.of(keeper));
            assertThat(Values.get("W" + life)).as("the value of the last life").contains(life);
        }

        GenServer.stop(Owner.of(Keeper::claim));
        assertThat(owner()).as("the owner after a stop").isEqualTo(Optional.of(keeper));
        assertThat(Values.get("W1")).as("the value of the first life").contains(1);
    }

    @Test
    @Tag("task-2")
    @DisplayName("A claimant that ends before its turn costs neither the keeper nor the table")
    void a_claimant_may_have_ended() {
        startKeeper();
        Running.kill(Owner.of(Keeper::claim));
        Sys.suspend(keeper);
        Pid<?> claimant = spawn(() -> Keeper.claim());
        Awaitility.await("a claim waits for the keeper")
                .pollDelay(0, MILLISECONDS)
                .pollInterval(1, MILLISECONDS)
                .atMost(5, SECONDS)
                .until(() -> Processes.mailboxLength(keeper) > 0);
        Running.kill(claimant);

        Sys.resume(keeper);
        List<Boolean> answers = new ArrayList<>();
        Pid<Owner.Run> next = Owner.of(() -> answers.add(Keeper.claim()));

        assertThat(answers).as("what the next claimant is told").containsExactly(true);
        assertThat(owner()).as("the owner of the table").isEqualTo(Optional.of(next));
    }

    @Test
    @Tag("task-2")
    @DisplayName("Only the owner writes: neither the keeper nor another process can")
    void only_the_owner_writes() {
        startKeeper();
        Owner.of(Keeper::claim);

        assertThatExceptionOfType(EtsException.class)
                .as("another process puts a value")
                .isThrownBy(() -> Values.put("W1", 3));
        assertThat(Values.get("W1")).as("the value of W1").isEmpty();
    }

    @Test
    @Tag("task-2")
    @DisplayName("An owner that outlives the keeper has no heir, and the table ends with it")
    void the_table_does_not_outlive_both() {
        startKeeper();
        Pid<Owner.Run> claimant = Owner.of(Keeper::claim);

        Running.kill(keeper);
        assertThat(owner()).as("the owner without a keeper").isEqualTo(Optional.of(claimant));
        Running.kill(claimant);

        assertThat(Ets.whereis(Values.TABLE)).as("the table").isEmpty();
    }

    private static Optional<Pid<?>> owner() {
        return Ets.info(Values.TABLE).map(EtsInfo::owner);
    }

    private void startKeeper() {
        trapExits(true);
        keeper = Keeper.startLink().pid();
    }
}
