package counter.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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
import otp.EtsType;
import otp.Exit;
import otp.Pid;
import otp.Tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

@ExtendWith(EndEveryProcess.class)
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RankingTest {

    @Test
    @Tag("task-5")
    @DisplayName("The table is an ordered set, and private")
    void the_table_is_of_its_type() {
        Owner.of(Ranking::create);

        assertThat(Ets.whereis(Ranking.TABLE).flatMap(Ets::info))
                .as("the table")
                .hasValueSatisfying(table -> {
                    assertThat(table.type())
                            .as("the type of the table")
                            .isEqualTo(EtsType.ORDERED_SET);
                    assertThat(table.access())
                            .as("which processes may use the table")
                            .isEqualTo(EtsAccess.PRIVATE);
                });
    }

    @Test
    @Tag("task-5")
    @DisplayName("A table that is there already is not taken for one's own")
    void there_is_one_table() {
        Owner.of(Ranking::create);

        assertThatExceptionOfType(Exit.class)
                .as("a second table of the name is created")
                .isThrownBy(() -> Owner.of(Ranking::create))
                .withCauseInstanceOf(EtsException.class);
    }

    @Test
    @Tag("task-5")
    @DisplayName("Counters come in the order of their points, and equal ones by their names")
    void counters_come_in_order() {
        List<String> names = new ArrayList<>();

        Owner.of(() -> {
            Ranking.create();
            Ranking.add("Zoe", 5);
            Ranking.add("Bob", 10);
            Ranking.add("Alice", 5);
            Ranking.add("Carol", -7);
            names.addAll(Ranking.names());
        });

        assertThat(names).as("the ranking").containsExactly("Carol", "Alice", "Zoe", "Bob");
    }

    @Test
    @Tag("task-5")
    @DisplayName("A counter that is added with other points is there with either")
    void a_counter_may_be_there_twice() {
        List<String> names = new ArrayList<>();

        Owner.of(() -> {
            Ranking.create();
            Ranking.add("Bob", 10);
            Ranking.add("Alice", 7);
            Ranking.add("Bob", 1);
            Ranking.add("Bob", 10);
            names.addAll(Ranking.names());
        });

        assertThat(names).as("the ranking").containsExactly("Bob", "Alice", "Bob");
    }

    @Test
    @Tag("task-5")
    @DisplayName("The winner has the most points; without counters there is none")
    void the_winner_has_the_most_points() {
        AtomicReference<Optional<String>> winner = new AtomicReference<>();
        List<Tuple<Tuple<Integer, String>, String>> rows = new ArrayList<>();
        Pid<Owner.Run> owner = Owner.of(Ranking::create);

        Owner.run(owner, () -> winner.set(Ranking.winner()));
        assertThat(winner.get()).as("the winner").isEmpty();

        Owner.run(
                owner,
                () -> {
                    Ranking.add("Carol", -20);
                    winner.set(Ranking.winner());
                });
        assertThat(winner.get()).as("the winner, whose points are -20").contains("Carol");

        Owner.run(
                owner,
                () -> {
                    Ranking.add("Bob", 10);
                    Ranking.add("Alice", 9);
                    winner.set(Ranking.winner());
                    rows.addAll(Ets.tab2list(Ranking.TABLE));
                });
        assertThat(winner.get()).as("the winner").contains("Bob");
        assertThat(rows)
                .as("the rows, of which finding the winner takes none away")
                .containsExactly(
                        Tuple.of(Tuple.of(-20, "Carol"), "Carol"),
                        Tuple.of(Tuple.of(9, "Alice"), "Alice"),
                        Tuple.of(Tuple.of(10, "Bob"), "Bob"));
    }

    @Test
    @Tag("task-5")
    @DisplayName("The table belongs to the process that creates it, and ends with it")
    void the_table_ends_with_its_owner() {
        Pid<Owner.Run> owner = Owner.of(Ranking::create);
        assertThat(Ets.whereis(Ranking.TABLE).flatMap(Ets::info).map(EtsInfo::owner))
                .as("the owner of the table")
                .isEqualTo(Optional.of(owner));

        Running.kill(owner);

        assertThat(Ets.whereis(Ranking.TABLE)).as("the table, whose owner was killed").isEmpty();
    }

    @Test
    @Tag("task-5")
    @DisplayName("Only the owner reads and writes")
    void only_the_owner_reads_and_writes() {
        Owner.of(Ranking::create);

        assertThatExceptionOfType(EtsException.class)
                .as("another process adds to the ranking")
                .isThrownBy(() -> Ranking.add("Bob", 10));
        assertThatExceptionOfType(EtsException.class)
                .as("another process reads the names")
                .isThrownBy(Ranking::names);
        assertThatExceptionOfType(EtsException.class)
                .as("another process asks for the winner")
                .isThrownBy(Ranking::winner);
    }
}
