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

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

@ExtendWith(EndEveryProcess.class)
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ChangesTest {

    @Test
    @Tag("task-4")
    @DisplayName("The table is a duplicate bag, and public")
    void the_table_is_of_its_type() {
        Owner.of(Changes::create);

        assertThat(Ets.whereis(Changes.TABLE).flatMap(Ets::info))
                .as("the table")
                .hasValueSatisfying(table -> {
                    assertThat(table.type())
                            .as("the type of the table")
                            .isEqualTo(EtsType.DUPLICATE_BAG);
                    assertThat(table.access())
                            .as("which processes may use the table")
                            .isEqualTo(EtsAccess.PUBLIC);
                });
    }

    @Test
    @Tag("task-4")
    @DisplayName("A table that is there already is not taken for one's own")
    void there_is_one_table() {
        Owner.of(Changes::create);

        assertThatExceptionOfType(Exit.class)
                .as("a second table of the name is created")
                .isThrownBy(() -> Owner.of(Changes::create))
                .withCauseInstanceOf(EtsException.class);
    }

    @Test
    @Tag("task-4")
    @DisplayName("Equal changes are kept as often as they came, the oldest first")
    void equal_changes_are_kept() {
        Owner.of(Changes::create);

        Changes.note("W1", 1);
        Changes.note("W2", 1);
        Changes.note("W1", 5);
        Changes.note("W1", 1);

        assertThat(Changes.of("W1")).as("the changes of W1").containsExactly(1, 5, 1);
        assertThat(Changes.of("W2")).as("the changes of W2").containsExactly(1);
        assertThat(Changes.of("W3")).as("the changes of W3").isEmpty();
    }

    @Test
    @Tag("task-4")
    @DisplayName(
            "Every change is kept: one by nothing, a negative one, and one that is like the last")
    void every_change_is_kept() {
        Owner.of(Changes::create);

        List.of(0, 0, -1, -1, 1, 1_000, 1_000, 0).forEach(amount -> Changes.note("W1", amount));

        assertThat(Changes.of("W1"))
                .as("the changes of W1")
                .containsExactly(0, 0, -1, -1, 1, 1_000, 1_000, 0);
        assertThat(Changes.of("W1")).as("the changes of W1, told once more").hasSize(8);
    }

    @Test
    @Tag("task-4")
    @DisplayName("No change is forgotten, however many there are")
    void no_change_is_forgotten() {
        Owner.of(Changes::create);
        List<Integer> amounts = IntStream.range(0, 1_000).boxed().toList();

        amounts.forEach(amount -> Changes.note("W1", amount));

        assertThat(Changes.of("W1")).as("the changes of W1").isEqualTo(amounts);
    }

    @Test
    @Tag("task-4")
    @DisplayName("Any value is a name, and names are the same only if they are equal")
    void any_value_is_a_name() {
        Owner.of(Changes::create);

        Changes.note(1, 10);
        Changes.note("1", 11);

        assertThat(Changes.of(1)).as("the changes of 1").containsExactly(10);
        assertThat(Changes.of("1")).as("the changes of \"1\"").containsExactly(11);
    }

    @Test
    @Tag("task-4")
    @DisplayName("The process that notes a change writes it, and starts no other for it")
    void noting_starts_no_process() {
        Owner.of(Changes::create);

        assertThat(Running.started(() -> Changes.note("W1", 3)))
                .as("processes that were started to note a change")
                .isZero();
    }

    @Test
    @Tag("task-4")
    @DisplayName("The table belongs to the process that creates it, and ends with it")
    void the_table_ends_with_its_owner() {
        Pid<Owner.Run> owner = Owner.of(Changes::create);
        assertThat(Ets.whereis(Changes.TABLE).flatMap(Ets::info).map(EtsInfo::owner))
                .as("the owner of the table")
                .isEqualTo(Optional.of(owner));

        Running.kill(owner);

        assertThatExceptionOfType(EtsException.class)
                .as("a process reads changes when the owner of the table has ended")
                .isThrownBy(() -> Changes.of("W1"));
        assertThatExceptionOfType(EtsException.class)
                .as("a process notes a change when there is no table: it does not create one")
                .isThrownBy(() -> Changes.note("W1", 3));
    }

    @Test
    @Tag("task-4")
    @DisplayName("Every process may note a change")
    void every_process_may_write() {
        Pid<Owner.Run> owner = Owner.of(Changes::create);

        Changes.note("W1", 1);
        Owner.run(owner, () -> Changes.note("W1", 2));

        assertThat(Changes.of("W1")).as("the changes of W1").containsExactly(1, 2);
    }
}
