package otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

@RuntimeTest
class EtsUpdateTest {

    private final EtsTable<String, Object> table =
            Ets.create(EtsOptions.set().access(EtsAccess.PUBLIC));

    @Test
    void a_counter_is_the_second_element_unless_another_is_named() {
        Ets.insert(table, Tuple.of("c", 0L, 10L));
        assertThat(Ets.updateCounter(table, "c", 5)).isEqualTo(5);
        assertThat(Ets.updateCounter(table, "c", List.of(EtsIncrement.of(3, -1))))
                .containsExactly(9L);
        assertThat(Ets.lookup(table, "c")).containsExactly(Tuple.of("c", 5L, 9L));
    }

    @Test
    void several_increments_come_one_after_the_other() {
        Ets.insert(table, Tuple.of("c", 0L, 10L));
        List<EtsIncrement> increments =
                List.of(EtsIncrement.of(2, 1), EtsIncrement.of(2, 1), EtsIncrement.of(3, 2));
        assertThat(Ets.updateCounter(table, "c", increments)).containsExactly(1L, 2L, 12L);
    }

    @Test
    void a_counter_beyond_its_threshold_starts_again() {
        Ets.insert(table, Tuple.of("c", 5L));
        assertThat(count(EtsIncrement.of(2, 10).threshold(10, 0))).isZero();
        assertThat(count(EtsIncrement.of(2, 10).threshold(10, 3))).isEqualTo(10);
        assertThat(count(EtsIncrement.of(2, 0).threshold(2, 9))).isEqualTo(9);
        assertThat(count(EtsIncrement.of(2, -20).threshold(0, 7))).isEqualTo(7);
    }

    @Test
    void a_counter_starts_again_even_where_a_long_has_no_room_for_it() {
        Ets.insert(table, Tuple.of("c", Long.MAX_VALUE, Long.MAX_VALUE - 1, Long.MIN_VALUE));
        assertThat(count(EtsIncrement.of(2, 1).threshold(Long.MAX_VALUE, 0))).isZero();
        assertThat(count(EtsIncrement.of(3, 1000).threshold(Long.MAX_VALUE, 7))).isEqualTo(7);
        assertThat(count(EtsIncrement.of(4, -1).threshold(Long.MIN_VALUE, 5))).isEqualTo(5);
        Ets.insert(table, Tuple.of("c", Integer.MAX_VALUE));
        assertThat(count(EtsIncrement.of(2, 1).threshold(Integer.MAX_VALUE, 0))).isZero();
    }

    @Test
    void what_is_no_argument_is_refused_as_the_rest() {
        Ets.insert(table, Tuple.of("c", 1L));
        assertRefused(() -> Ets.updateCounter(table, "new", 1, Tuple.of()), "empty tuple");
        assertRefused(() -> Ets.updateCounter(table, null, 1), "a key cannot be null");
        assertRefused(() -> Ets.updateElement(table, "c", 2, null), "an element cannot be null");
        assertRefused(() -> Ets.lookup(table, null), "a key cannot be null");
        assertRefused(() -> Ets.insert(table, (Tuple<String, Object>) null), "a row cannot be");
        assertRefused(() -> Ets.match(table, null), "a pattern cannot be null");
        assertRefused(() -> Ets.next(table, null), "a key cannot be null");
        assertRefused(() -> Ets.lookup(null, "c"), "null is no table");
    }

    @Test
    void a_counter_without_a_row_begins_with_the_initial_row_under_its_own_key() {
        assertThat(Ets.updateCounter(table, "c", 1, Tuple.of("other", 10L))).isEqualTo(11);
        assertThat(Ets.updateCounter(table, "c", 1, Tuple.of("other", 10L))).isEqualTo(12);
        assertThat(Ets.tab2list(table)).containsExactly(Tuple.of("c", 12L));
    }

    @Test
    void no_increments_still_insert_the_initial_row() {
        assertThat(Ets.updateCounter(table, "c", List.of(), Tuple.of("c", "x"))).isEmpty();
        assertThat(Ets.lookup(table, "c")).containsExactly(Tuple.of("c", "x"));
    }

    @Test
    void an_int_stays_an_int() {
        Ets.insert(table, Tuple.of("c", 1));
        assertThat(Ets.updateCounter(table, "c", 1)).isEqualTo(2);
        assertThat(Ets.lookup(table, "c")).containsExactly(Tuple.of("c", 2));
    }

    @Test
    void a_counter_that_would_overflow_its_type_is_refused_and_stays() {
        Ets.insert(
                table,
                List.of(Tuple.of("int", Integer.MAX_VALUE), Tuple.of("long", Long.MIN_VALUE)));
        assertRefused(() -> Ets.updateCounter(table, "int", 1), "2147483647 cannot grow by 1");
        assertRefused(() -> Ets.updateCounter(table, "long", -1), "cannot grow by -1");
        assertThat(Ets.lookup(table, "int")).containsExactly(Tuple.of("int", Integer.MAX_VALUE));
    }

    @Test
    void a_counter_without_a_row_is_refused() {
        assertRefused(() -> Ets.updateCounter(table, "c", 1), "it has no row with the key c");
    }

    @Test
    void what_is_no_integer_is_not_counted_and_nothing_else_either() {
        Ets.insert(table, Tuple.of("c", 1L, "x", 1.5));
        List<EtsIncrement> increments = List.of(EtsIncrement.of(2, 1), EtsIncrement.of(3, 1));
        assertRefused(() -> Ets.updateCounter(table, "c", increments), "x is not an int or a long");
        assertRefused(() -> count(EtsIncrement.of(4, 1)), "1.5 is not an int or a long");
        assertThat(Ets.lookup(table, "c")).containsExactly(Tuple.of("c", 1L, "x", 1.5));
    }

    @Test
    void a_counter_is_neither_the_key_nor_outside_of_the_row() {
        Ets.insert(table, Tuple.of("c", 1L));
        assertRefused(() -> count(EtsIncrement.of(1, 1)), "the key cannot be changed");
        assertRefused(() -> count(EtsIncrement.of(3, 1)), "{c, 1} has no element 3");
        assertRefused(() -> count(EtsIncrement.of(0, 1)), "{c, 1} has no element 0");
    }

    @Test
    void a_failed_count_does_not_insert_the_initial_row() {
        assertRefused(
                () -> Ets.updateCounter(table, "c", 1, Tuple.of("c", "x")), "x is not an int");
        assertThat(Ets.member(table, "c")).isFalse();
    }

    @Test
    void an_ordered_set_finds_the_counter_by_an_equal_number_and_keeps_its_key() {
        EtsTable<Number, Object> ordered = Ets.create(EtsOptions.orderedSet());
        Ets.insert(ordered, Tuple.of(3, 1L));
        Ets.updateCounter(ordered, 3.0, 1);
        assertThat(Ets.tab2list(ordered)).containsExactly(Tuple.of(3, 2L));
    }

    @Test
    void bags_have_no_counters() {
        EtsTable<String, Object> bag = Ets.create(EtsOptions.bag());
        Ets.insert(bag, Tuple.of("c", 1L));
        assertRefused(() -> Ets.updateCounter(bag, "c", 1), "it is a bag");
        assertRefused(() -> Ets.updateElement(bag, "c", 2, "x"), "it is a bag");
    }

    @Test
    void an_element_is_replaced_if_there_is_a_row() {
        Ets.insert(table, Tuple.of("k", "a", "b"));
        assertThat(Ets.updateElement(table, "k", 3, "c")).isTrue();
        assertThat(Ets.updateElement(table, "missing", 3, "c")).isFalse();
        assertThat(Ets.tab2list(table)).containsExactly(Tuple.of("k", "a", "c"));
    }

    @Test
    void of_several_elements_all_are_replaced_or_none() {
        Ets.insert(table, Tuple.of("k", "a", "b"));
        assertRefused(
                () -> Ets.updateElement(table, "k", Map.of(2, "x", 9, "y")), "has no element 9");
        assertThat(Ets.lookup(table, "k")).containsExactly(Tuple.of("k", "a", "b"));
        assertThat(Ets.updateElement(table, "k", Map.of(2, "x", 3, "y"))).isTrue();
        assertThat(Ets.lookup(table, "k")).containsExactly(Tuple.of("k", "x", "y"));
    }

    @Test
    void the_key_is_not_replaced() {
        Ets.insert(table, Tuple.of("k", "a"));
        assertRefused(() -> Ets.updateElement(table, "k", 1, "l"), "the key cannot be changed");
    }

    private long count(EtsIncrement increment) {
        return Ets.updateCounter(table, "c", List.of(increment)).getFirst();
    }

    private static void assertRefused(ThrowingCallable update, String reason) {
        assertThatThrownBy(update).isInstanceOf(EtsException.class).hasMessageContaining(reason);
    }
}
