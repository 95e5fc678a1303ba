package counter.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.util.Optional.empty;
import static java.util.concurrent.TimeUnit.SECONDS;

import counter.EndEveryProcess;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import otp.Ets;
import otp.EtsName;
import otp.Pid;
import otp.Tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

@ExtendWith(EndEveryProcess.class)
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AddingTest {

    /** The table for those who put into it what is no number. */
    private static final EtsName<Object, Object> ANYTHING = new EtsName<>("counter_values");

    @Test
    @Tag("task-2")
    @DisplayName("Adding returns the sum: of the value and the amount, or of 0 and the amount")
    void adding_returns_the_sum() {
        Owner.of(Values::create);
        Values.put("W1", 40);

        assertThat(Values.add("W1", 2)).as("the value of W1: 40, and 2 added").isEqualTo(42);
        assertThat(Values.add("W1", -50)).as("the value of W1: 42, and -50 added").isEqualTo(-8);
        assertThat(Values.add("W2", 7)).as("the value of W2: nothing, and 7 added").isEqualTo(7);
        assertThat(Values.add("W3", 0)).as("the value of W3: nothing, and 0 added").isZero();
        assertThat(List.of("W1", "W2", "W3"))
                .as("the values that are kept")
                .extracting(Values::get)
                .containsExactly(Optional.of(-8), Optional.of(7), Optional.of(0));
    }

    @Test
    @Tag("task-2")
    @DisplayName("What other processes add while a process adds is not lost")
    void adding_loses_nothing() {
        Owner.of(Values::create);
        Pid<Owner.Run> other = Owner.of(() -> {});
        Meanwhile meanwhile =
                new Meanwhile(again -> Owner.run(other, () -> Values.add(again.key("W1"), 100)));

        Values.put(meanwhile.key("W1"), 0);
        meanwhile.begin();
        Values.add(meanwhile.key("W1"), 1);

        assertThat(meanwhile.times()).as("how often another process has added").isPositive();
        assertThat(Values.get(meanwhile.key("W1")))
                .as("the sum of 1, and of 100 for each time that another process has added")
                .contains(1 + 100 * meanwhile.times());
    }

    @Test
    @Tag("task-2")
    @DisplayName("What other processes add while a process begins a counter is not lost")
    void beginning_loses_nothing() {
        Owner.of(Values::create);
        Pid<Owner.Run> other = Owner.of(() -> {});

        for (int uses = 0; uses < 5; uses++) {
            String name = "W" + uses;
            Meanwhile meanwhile =
                    new Meanwhile(
                            again -> Owner.run(other, () -> Values.add(again.key(name), 100)));
            meanwhile.beginAfter(uses);
            Values.add(meanwhile.key(name), 1);

            assertThat(Values.get(meanwhile.key(name)))
                    .as("the sum of 1, and of 100 for each time that another process has added")
                    .contains(1 + 100 * meanwhile.times());
        }
    }

    @Test
    @Tag("task-2")
    @DisplayName("No two processes that add to a counter are told the same sum")
    void adding_returns_its_own_sum() {
        Owner.of(Values::create);
        Pid<Owner.Run> other = Owner.of(() -> {});
        List<Integer> sums = new ArrayList<>();
        Meanwhile meanwhile =
                new Meanwhile(
                        again -> Owner.run(other, () -> sums.add(Values.add(again.key("W1"), 1))));

        meanwhile.begin();
        sums.add(Values.add(meanwhile.key("W1"), 1));

        assertThat(sums)
                .as("what the processes are told that add 1 to W1")
                .hasSize(1 + meanwhile.times())
                .doesNotHaveDuplicates();
    }

    @Test
    @Tag("task-2")
    @DisplayName("While a value is added to, a reader finds one")
    void a_reader_always_finds_a_value_that_is_added_to() {
        Owner.of(Values::create);
        List<Optional<Integer>> found = new ArrayList<>();
        Meanwhile meanwhile = new Meanwhile(again -> found.add(Values.get(again.key("W1"))));
        Values.put(meanwhile.key("W1"), 1);

        meanwhile.begin();
        Values.add(meanwhile.key("W1"), 2);

        assertThat(found).as("what a reader finds meanwhile").isNotEmpty().doesNotContain(empty());
        assertThat(Values.get(meanwhile.key("W1"))).as("the value of W1").contains(3);
    }

    @Test
    @Tag("task-2")
    @DisplayName("Nothing can be added to what is no number, and it stays as it is")
    void nothing_is_added_to_what_is_no_number() {
        Owner.of(Values::create);
        Ets.insert(ANYTHING, Tuple.of("W1", "seven"));

        assertThatThrownBy(() -> Values.add("W1", 1), "a process adds 1 to seven")
                .isInstanceOf(RuntimeException.class)
                .isNotInstanceOf(UnsupportedOperationException.class);

        assertThat(Ets.lookup(ANYTHING, "W1")).as("the rows of W1").hasSize(1);
        assertThat(Ets.lookup(ANYTHING, "W1").getFirst().element(2))
                .as("the value in the row of W1")
                .isEqualTo("seven");
    }
}
