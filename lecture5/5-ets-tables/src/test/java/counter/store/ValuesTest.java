package counter.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import static java.util.Optional.empty;
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
import otp.EtsName;
import otp.EtsType;
import otp.Exit;
import otp.GenServer;
import otp.Pid;
import otp.Tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

@ExtendWith(EndEveryProcess.class)
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ValuesTest {

    /** The table for those who put into it what is no number. */
    private static final EtsName<Object, Object> ANYTHING = new EtsName<>("counter_values");

    @Test
    @Tag("task-1")
    @DisplayName("The table is a set, and public")
    void the_table_is_of_its_type() {
        Owner.of(Values::create);

        assertThat(Ets.whereis(Values.TABLE).flatMap(Ets::info))
                .as("the table")
                .hasValueSatisfying(table -> {
                    assertThat(table.type()).as("the type of the table").isEqualTo(EtsType.SET);
                    assertThat(table.access())
                            .as("which processes may use the table")
                            .isEqualTo(EtsAccess.PUBLIC);
                });
    }

    @Test
    @Tag("task-1")
    @DisplayName("A counter has one value: the last that was put, and none before")
    void a_counter_has_one_value() {
        Owner.of(Values::create);
        assertThat(Values.get("W1")).as("the value of W1").isEmpty();

        Values.put("W1", 3);
        Values.put("W1", 4);

        assertThat(Values.get("W1")).as("the value of W1").contains(4);
    }

    @Test
    @Tag("task-1")
    @DisplayName("Any value is a key, and keys are the same only if they are equal")
    void any_value_is_a_key() {
        Owner.of(Values::create);

        Values.put(1, 10);
        Values.put(1.0, 11);
        Values.put("1", 12);
        Values.put(Tuple.of("visits", 1), 13);

        assertThat(Values.get(1)).as("the value of 1").contains(10);
        assertThat(Values.get(1.0)).as("the value of 1.0").contains(11);
        assertThat(Values.get("1")).as("the value of \"1\"").contains(12);
        assertThat(Values.get(Tuple.of("visits", 1))).as("the value of the counter").contains(13);
    }

    @Test
    @Tag("task-1")
    @DisplayName("Every process may write: its owner, and others")
    void every_process_may_write() {
        Pid<Owner.Run> owner = Owner.of(Values::create);

        Values.put("W1", 1);
        Owner.run(owner, () -> Values.put("W2", 2));
        Owner.run(Owner.of(() -> {}), () -> Values.put("W3", 3));

        assertThat(Values.get("W1")).as("the value of W1").contains(1);
        assertThat(Values.get("W2")).as("the value of W2").contains(2);
        assertThat(Values.get("W3")).as("the value of W3").contains(3);
    }

    @Test
    @Tag("task-1")
    @DisplayName("The process that keeps a value writes it, and starts no other for it")
    void keeping_a_value_starts_no_process() {
        Owner.of(Values::create);

        assertThat(Running.started(() -> Values.put("W1", 3)))
                .as("processes that were started to keep a value")
                .isZero();
    }

    @Test
    @Tag("task-1")
    @DisplayName("What is no number is not given out as one")
    void what_is_no_number_is_not_given_out() {
        Owner.of(Values::create);

        for (Object value : List.of("seven", "7", 7.5, 7L, List.of(7), Optional.of(7))) {
            Ets.insert(ANYTHING, Tuple.of("W1", value));

            assertThat(Values.get("W1")).as("the value of W1, which is %s", value).isEmpty();
        }
    }

    @Test
    @Tag("task-1")
    @DisplayName("Any number is a value: a negative one, the smallest, the largest")
    void any_number_is_a_value() {
        Owner.of(Values::create);

        for (int value : List.of(0, -3, Integer.MIN_VALUE, Integer.MAX_VALUE)) {
            Values.put("W1", value);

            assertThat(Values.get("W1")).as("the value of W1").contains(value);
        }
    }

    @Test
    @Tag("task-1")
    @DisplayName("While a value is put in place of another, a reader finds the one or the other")
    void a_reader_always_finds_a_value() {
        Owner.of(Values::create);
        List<Optional<Integer>> found = new ArrayList<>();
        Meanwhile meanwhile = new Meanwhile(again -> found.add(Values.get(again.key("W1"))));
        Values.put(meanwhile.key("W1"), 1);

        meanwhile.begin();
        Values.put(meanwhile.key("W1"), 2);

        assertThat(found).as("what a reader finds meanwhile").isNotEmpty().doesNotContain(empty());
        assertThat(Values.get(meanwhile.key("W1"))).as("the value of W1").contains(2);
    }

    @Test
    @Tag("task-1")
    @DisplayName("The table ends with its owner, also when that ends in good order")
    void the_table_ends_with_its_owner() {
        Pid<Owner.Run> owner = Owner.of(Values::create);
        Values.put("W1", 3);

        GenServer.stop(owner);

        assertThatExceptionOfType(EtsException.class)
                .as("a process reads the table of an owner that was stopped")
                .isThrownBy(() -> Values.get("W1"));
        Running.kill(Owner.of(Values::create));
        assertThatExceptionOfType(EtsException.class)
                .as("a process reads the table of an owner that was killed")
                .isThrownBy(() -> Values.get("W1"));
    }

    @Test
    @Tag("task-1")
    @DisplayName("A value cannot be kept without a table: a client that tries does not create one")
    void keeping_a_value_creates_no_table() {
        assertThatExceptionOfType(EtsException.class)
                .as("a process keeps a value when there is no table")
                .isThrownBy(() -> Values.put("W1", 3));
    }

    @Test
    @Tag("task-1")
    @DisplayName("The table is found by its name, so there can be only one")
    void there_is_one_table() {
        Owner.of(Values::create);

        assertThatExceptionOfType(Exit.class)
                .as("a second table of the name is created")
                .isThrownBy(() -> Owner.of(Values::create))
                .withCauseInstanceOf(EtsException.class);
    }

    @Test
    @Tag("task-3")
    @DisplayName("Counters are found by their value: all that have it, and no others")
    void counters_are_found_by_their_value() {
        Owner.of(Values::create);
        Values.put("W1", 1);
        Values.put("W2", 2);
        Values.put(3, 1);
        Values.put("W4", 0);

        assertThat(Values.namesWith(1))
                .as("the names that have the value 1")
                .containsExactlyInAnyOrder("W1", 3);
        assertThat(Values.namesWith(2)).as("the names that have the value 2").containsExactly("W2");
        assertThat(Values.namesWith(0)).as("the names that have the value 0").containsExactly("W4");
        assertThat(Values.namesWith(3)).as("the names that have the value 3").isEmpty();
    }

    @Test
    @Tag("task-3")
    @DisplayName("Values are compared by what they are: large ones, and those that are no numbers")
    void values_are_compared_by_equals() {
        Owner.of(Values::create);
        Values.put("W1", 1_000_000);
        Values.put("W2", -1);
        Ets.insert(ANYTHING, Tuple.of("W3", "-1"));
        Ets.insert(ANYTHING, Tuple.of("W4", List.of(-1)));
        Ets.insert(ANYTHING, Tuple.of("W5", -1L));
        Ets.insert(ANYTHING, Tuple.of("W6", -1.5));

        assertThat(Values.namesWith(1_000_000))
                .as("the names that have the value 1000000")
                .containsExactly("W1");
        assertThat(Values.namesWith(-1))
                .as("the names that have the value -1")
                .containsExactly("W2");
        assertThat(Values.namesWith(1)).as("the names that have the value 1").isEmpty();
    }
}
