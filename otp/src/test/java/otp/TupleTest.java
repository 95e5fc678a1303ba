package otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.List;

class TupleTest {

    @Test
    void the_first_element_is_the_key_and_the_second_the_value() {
        Tuple<String, Integer> pair = Tuple.of("apples", 3);
        assertThat(pair.key()).isEqualTo("apples");
        assertThat(pair.value()).isEqualTo(3);
    }

    @Test
    void positions_are_counted_from_one() {
        Tuple<String, Integer> tuple = Tuple.of("a", 2, 'c');
        assertThat(tuple.arity()).isEqualTo(3);
        assertThat(tuple.element(1)).isEqualTo("a");
        assertThat(tuple.element(3)).isEqualTo('c');
    }

    @Test
    void an_element_that_is_not_there_is_refused() {
        assertThatThrownBy(() -> Tuple.of("a").value())
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("{a} has no element 2");
        assertThatThrownBy(() -> Tuple.of("a").element(0))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void tuples_are_equal_if_their_elements_are_one_by_one() {
        assertThat(Tuple.of("a", 1)).isEqualTo(Tuple.copyOf(List.of("a", 1)));
        assertThat(Tuple.of("a", 1)).hasSameHashCodeAs(Tuple.copyOf(List.of("a", 1)));
        assertThat(Tuple.of("a", 1)).isNotEqualTo(Tuple.of("a", 1.0));
        assertThat(Tuple.of("a", 1)).isNotEqualTo(Tuple.of("a", 1, 1));
        assertThat(Tuple.of("a", 1)).isNotEqualTo(List.of("a", 1));
    }

    @Test
    void a_tuple_cannot_hold_null() {
        assertThatNullPointerException()
                .isThrownBy(() -> Tuple.of("a", null))
                .withMessage("a tuple cannot hold null");
    }

    @Test
    void a_tuple_does_not_change_with_the_array_that_it_was_made_of() {
        Object[] others = {3, 4};
        Tuple<Integer, Integer> tuple = Tuple.of(1, 2, others);
        others[0] = "changed";
        assertThat(tuple).isEqualTo(Tuple.of(1, 2, 3, 4));
    }

    @Test
    void the_elements_cannot_be_changed() {
        assertThatThrownBy(() -> Tuple.of(1, 2).elements().set(0, 9))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void a_tuple_prints_in_braces() {
        assertThat(Tuple.of(1, Tuple.of("a"), List.of())).hasToString("{1, {a}, []}");
        assertThat(Tuple.of()).hasToString("{}");
    }
}
