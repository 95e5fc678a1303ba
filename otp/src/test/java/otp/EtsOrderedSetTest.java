package otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static otp.EtsPattern.ANY;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

@RuntimeTest
class EtsOrderedSetTest {

    private final EtsTable<Object, Object> table =
            Ets.create(EtsOptions.orderedSet().access(EtsAccess.PUBLIC));

    @Test
    void rows_come_in_the_order_of_their_keys() {
        insertKeys(3, 1, 2.5, 2);
        assertThat(keys()).containsExactly(1, 2, 2.5, 3);
    }

    @Test
    void an_integer_and_an_equal_float_are_one_key() {
        Ets.insert(table, Tuple.of(1, "integer"));
        Ets.insert(table, Tuple.of(1.0, "float"));
        assertThat(Ets.tab2list(table)).containsExactly(Tuple.of(1.0, "float"));
        assertThat(Ets.lookup(table, 1)).containsExactly(Tuple.of(1.0, "float"));
    }

    @Test
    void a_pattern_tells_an_integer_from_a_float_even_as_the_key() {
        Ets.insert(table, Tuple.of(1.0, "float"));
        assertThat(Ets.matchObject(table, Tuple.of(1, ANY))).isEmpty();
        assertThat(Ets.matchObject(table, Tuple.of(1.0, ANY))).hasSize(1);
    }

    @Test
    void a_deleted_object_has_to_be_equal_in_its_key_too() {
        Ets.insert(table, Tuple.of(2, "x"));
        Ets.deleteObject(table, Tuple.of(2.0, "x"));
        assertThat(keys()).containsExactly(2);
        Ets.delete(table, 2.0);
        assertThat(keys()).isEmpty();
    }

    @Test
    void keys_are_one_if_they_compare_as_one_inside_too() {
        insertKeys(Tuple.of(1, 1), Tuple.of(1.0, 1.0), List.of(1), List.of(1.0));
        assertThat(keys()).containsExactly(Tuple.of(1.0, 1.0), List.of(1.0));
    }

    @Test
    void maps_tell_integers_from_floats_in_their_keys_but_not_in_their_values() {
        insertKeys(Map.of(1, 1), Map.of(1.0, 1), Map.of(1, 1.0));
        assertThat(keys()).containsExactly(Map.of(1, 1.0), Map.of(1.0, 1));
    }

    @Test
    void the_way_through_the_keys_leads_up_and_down() {
        insertKeys(1, 2, 3);
        assertThat(Ets.first(table)).contains(1);
        assertThat(Ets.last(table)).contains(3);
        assertThat(Ets.next(table, 1)).contains(2);
        assertThat(Ets.prev(table, 3)).contains(2);
        assertThat(Ets.next(table, 3)).isEmpty();
        assertThat(Ets.prev(table, 1)).isEmpty();
    }

    @Test
    void the_way_can_start_from_a_key_that_is_not_there() {
        insertKeys(1, 2, 3);
        assertThat(Ets.next(table, 1.5)).contains(2);
        assertThat(Ets.prev(table, 99)).contains(3);
    }

    @Test
    void an_empty_table_has_neither_a_first_nor_a_last_key() {
        assertThat(Ets.first(table)).isEmpty();
        assertThat(Ets.last(table)).isEmpty();
    }

    @Test
    void a_key_without_an_order_is_refused_even_as_the_first() {
        Object unordered = new Object();
        assertThatThrownBy(() -> Ets.insert(table, Tuple.of(unordered, 1)))
                .isInstanceOf(EtsException.class)
                .hasMessageStartingWith("insert on " + table + ": there is no order for a key")
                .hasMessageContaining("java.lang.Object");
        assertThat(keys()).isEmpty();
    }

    private void insertKeys(Object... keys) {
        for (Object key : keys) {
            Ets.insert(table, Tuple.of(key, "value"));
        }
    }

    private List<Object> keys() {
        return Ets.tab2list(table).stream().map(Tuple::key).toList();
    }
}
