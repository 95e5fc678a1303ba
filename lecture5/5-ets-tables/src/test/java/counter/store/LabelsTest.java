package counter.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import static java.util.concurrent.TimeUnit.SECONDS;

import counter.EndEveryProcess;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import otp.Ets;
import otp.EtsAccess;
import otp.EtsException;
import otp.EtsType;
import otp.Exit;
import otp.Pid;

@ExtendWith(EndEveryProcess.class)
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LabelsTest {

    @Test
    @Tag("task-3")
    @DisplayName("The table is a bag, and protected")
    void the_table_is_of_its_type() {
        Owner.of(Labels::create);

        assertThat(Ets.whereis(Labels.TABLE).flatMap(Ets::info))
                .hasValueSatisfying(table -> {
                    assertThat(table.type()).isEqualTo(EtsType.BAG);
                    assertThat(table.access()).isEqualTo(EtsAccess.PROTECTED);
                });
    }

    @Test
    @Tag("task-3")
    @DisplayName("A table that is there already is not taken for one's own")
    void there_is_one_table() {
        Owner.of(Labels::create);

        assertThatExceptionOfType(Exit.class)
                .as("a second table of the name is created")
                .isThrownBy(() -> Owner.of(Labels::create))
                .withCauseInstanceOf(EtsException.class);
    }

    @Test
    @Tag("task-3")
    @DisplayName("A counter has all its labels, the oldest first")
    void a_counter_has_many_labels() {
        Owner.of(() -> {
            Labels.create();
            Labels.add("W1", "red");
            Labels.add("W1", "big");
            Labels.add("W2", "blue");
        });

        assertThat(Labels.of("W1")).as("the labels of W1").containsExactly("red", "big");
        assertThat(Labels.of("W2")).as("the labels of W2").containsExactly("blue");
        assertThat(Labels.of("W3")).as("the labels of W3").isEmpty();
    }

    @Test
    @Tag("task-3")
    @DisplayName("A label that a counter has already is not added again")
    void no_label_is_there_twice() {
        Owner.of(() -> {
            Labels.create();
            Labels.add("W1", "red");
            Labels.add("W1", "big");
            Labels.add("W1", "red");
        });

        assertThat(Labels.of("W1")).as("the labels of W1").containsExactlyInAnyOrder("red", "big");
    }

    @Test
    @Tag("task-3")
    @DisplayName("Several counters can have the same label")
    void a_label_is_for_every_counter() {
        Owner.of(() -> {
            Labels.create();
            Labels.add("W1", "red");
            Labels.add("W2", "red");
            Labels.add("W2", "Red");
        });

        assertThat(Labels.of("W1")).as("the labels of W1").containsExactly("red");
        assertThat(Labels.of("W2")).as("the labels of W2").containsExactly("red", "Red");
    }

    @Test
    @Tag("task-3")
    @DisplayName("Every process may read, but only the owner may write")
    void only_the_owner_writes() {
        Pid<Owner.Run> owner = Owner.of(Labels::create);

        assertThatExceptionOfType(EtsException.class)
                .as("another process adds a label")
                .isThrownBy(() -> Labels.add("W1", "red"));
        assertThat(Labels.of("W1")).as("the labels of W1").isEmpty();

        Owner.run(owner, () -> Labels.add("W1", "red"));
        assertThat(Labels.of("W1")).as("the labels of W1").containsExactly("red");
    }
}
