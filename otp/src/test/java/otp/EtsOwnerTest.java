package otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static otp.Patience.endOf;
import static otp.Patience.reasonOf;
import static otp.Patience.received;
import static otp.Processes.monitor;
import static otp.Processes.receive;
import static otp.Processes.self;
import static otp.Processes.spawn;
import static otp.Processes.spawnLink;

import org.junit.jupiter.api.Test;

import java.util.Optional;

@RuntimeTest
class EtsOwnerTest {

    private static final EtsName<String, Object> NAME = new EtsName<>("ets_owner_test");

    @Test
    void a_table_ends_with_its_owner_even_if_that_ends_normally() {
        assertThat(endOf(() -> Ets.create(NAME, EtsOptions.set()))).isEqualTo(ExitReason.NORMAL);
        assertThat(Ets.info(NAME)).isEmpty();
    }

    @Test
    void a_table_ends_with_an_owner_that_is_killed() {
        Gate created = new Gate();
        Pid<Object> owner =
                spawn(() -> {
                    Ets.create(NAME, EtsOptions.set());
                    created.open();
                    receive();
                });
        created.pass();
        Monitor monitor = monitor(owner);
        Processes.exit(owner, ExitReason.KILL);
        assertThat(reasonOf(monitor)).isEqualTo(ExitReason.KILLED);
        assertThat(Ets.whereis(NAME)).isEmpty();
    }

    @Test
    void the_name_of_a_table_is_free_whenever_the_end_of_its_owner_is_known() {
        for (int round = 0; round < 1_000; round++) {
            Monitor monitor = monitor(spawn(() -> Ets.create(NAME, EtsOptions.set())));
            reasonOf(monitor);
            Ets.create(NAME, EtsOptions.set());
            Ets.delete(NAME);
        }
    }

    @Test
    void an_exit_signal_finds_no_table_of_the_ended_process() {
        Processes.trapExits(true);
        for (int round = 0; round < 1_000; round++) {
            spawnLink(() -> Ets.create(NAME, EtsOptions.set()));
            received(ExitMessage.class);
            assertThat(Ets.whereis(NAME)).isEmpty();
        }
    }

    @Test
    void an_heir_owns_the_table_and_is_told_before_it_hears_of_the_end() {
        Processes.trapExits(true);
        Pid<Object> heir = self();
        Pid<Object> owner =
                spawnLink(() -> {
                    Ets.create(NAME, EtsOptions.set().heir(heir, "data"));
                    Ets.insert(NAME, Tuple.of("a", 1));
                });
        assertThat(receive()).isEqualTo(new EtsTransfer(NAME, owner, "data"));
        assertThat(receive()).isInstanceOf(ExitMessage.class);
        Ets.insert(NAME, Tuple.of("b", 2));
        assertThat(Ets.tab2list(NAME)).hasSize(2);
        Ets.delete(NAME);
    }

    @Test
    void an_heir_without_data_inherits_without_a_message() {
        Pid<Object> heir = self();
        Pid<Object> owner = spawn(() -> Ets.create(NAME, EtsOptions.set().heir(heir)));
        monitor(owner);
        assertThat(receive()).isInstanceOf(Down.class);
        assertThat(Ets.info(NAME).orElseThrow().owner()).isEqualTo(heir);
        Ets.delete(NAME);
    }

    @Test
    void a_dead_heir_inherits_nothing() {
        Pid<Object> dead = spawn(() -> {});
        reasonOf(monitor(dead));
        endOf(() -> Ets.create(NAME, EtsOptions.set().heir(dead, null)));
        assertThat(Ets.info(NAME)).isEmpty();
    }

    @Test
    void a_process_that_has_ended_is_no_heir() {
        Pid<Object> dead = spawn(() -> {});
        reasonOf(monitor(dead));
        EtsTable<String, Object> table = Ets.create(EtsOptions.set().heir(dead, "data"));
        assertThat(Ets.info(table).orElseThrow().heir()).isEmpty();
        Ets.setHeir(table, Optional.of(new EtsHeir(self(), "data")));
        Ets.setHeir(table, Optional.of(new EtsHeir(dead)));
        assertThat(Ets.info(table).orElseThrow().heir()).isEmpty();
    }

    @Test
    void a_table_ends_with_its_heir_once_that_owns_it() {
        Pid<Object> heir = spawn(() -> receive(EtsTransfer.class));
        Monitor monitor = monitor(heir);
        endOf(() -> Ets.create(NAME, EtsOptions.set().heir(heir, null)));
        reasonOf(monitor);
        assertThat(Ets.info(NAME)).isEmpty();
    }

    @Test
    void the_heir_can_be_changed_and_taken_away() {
        EtsTable<String, Object> table = Ets.create(EtsOptions.set());
        Ets.setHeir(table, Optional.of(new EtsHeir(self(), "data")));
        assertThat(Ets.info(table).orElseThrow().heir()).contains(self());
        Ets.setHeir(table, Optional.empty());
        assertThat(Ets.info(table).orElseThrow().heir()).isEmpty();
    }

    @Test
    void a_table_that_is_given_away_belongs_to_the_receiver_and_ends_with_it() {
        Pid<Object> receiver =
                spawn(() -> {
                    assertThat(receive()).isInstanceOf(EtsTransfer.class);
                    Ets.insert(NAME, Tuple.of("mine", 1));
                    receive();
                });
        Ets.create(NAME, EtsOptions.set());
        Ets.giveAway(NAME, receiver, "gift");
        assertThat(Ets.info(NAME).orElseThrow().owner()).isEqualTo(receiver);
        assertThatThrownBy(() -> Ets.insert(NAME, Tuple.of("a", 1)))
                .isInstanceOf(EtsException.class);
        Patience.until(() -> Ets.member(NAME, "mine"));
        KillTest.reasonAfterKill(receiver);
        assertThat(Ets.info(NAME)).isEmpty();
    }

    @Test
    void a_table_that_was_given_away_outlives_the_giver() {
        Pid<Object> receiver = self();
        endOf(() -> {
            Ets.create(NAME, EtsOptions.set());
            Ets.giveAway(NAME, receiver, "gift");
        });
        assertThat(received(EtsTransfer.class).data()).isEqualTo("gift");
        Ets.delete(NAME);
    }

    @Test
    void a_table_is_given_neither_to_its_owner_nor_to_the_dead() {
        EtsTable<String, Object> table = Ets.create(EtsOptions.set());
        Pid<Object> dead = spawn(() -> {});
        reasonOf(monitor(dead));
        assertThatThrownBy(() -> Ets.giveAway(table, self(), null))
                .isInstanceOf(EtsException.class)
                .hasMessageContaining("owns it already");
        assertThatThrownBy(() -> Ets.giveAway(table, dead, null))
                .isInstanceOf(EtsException.class)
                .hasMessageContaining("has ended");
        Ets.insert(table, Tuple.of("still", "mine"));
    }
}
