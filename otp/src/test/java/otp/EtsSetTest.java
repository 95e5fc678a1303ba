package otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.List;

@RuntimeTest
class EtsSetTest {

    private final EtsTable<Object, Object> table =
            Ets.create(EtsOptions.set().access(EtsAccess.PUBLIC));

    @Test
    void a_row_is_found_by_its_key() {
        Ets.insert(table, Tuple.of(1, "hello"));
        assertThat(Ets.lookup(table, 1)).containsExactly(Tuple.of(1, "hello"));
        assertThat(Ets.lookup(table, 2)).isEmpty();
    }

    @Test
    void a_row_takes_the_place_of_the_one_with_the_same_key() {
        Ets.insert(table, Tuple.of(1, "hello"));
        Ets.insert(table, Tuple.of(1, "hello", "world"));
        assertThat(Ets.tab2list(table)).containsExactly(Tuple.of(1, "hello", "world"));
        assertThat(Ets.info(table).orElseThrow().size()).isEqualTo(1);
    }

    @Test
    void an_integer_and_a_float_are_two_keys() {
        Ets.insert(table, List.of(Tuple.of(1, "integer"), Tuple.of(1.0, "float")));
        assertThat(Ets.lookup(table, 1)).containsExactly(Tuple.of(1, "integer"));
        assertThat(Ets.lookup(table, 1.0)).containsExactly(Tuple.of(1.0, "float"));
    }

    @Test
    void a_key_can_be_any_value_such_as_a_tuple_or_a_list() {
        Ets.insert(table, Tuple.of(Tuple.of("a", 1), "tuple"));
        Ets.insert(table, Tuple.of(List.of(1, 2), "list"));
        assertThat(Ets.lookup(table, Tuple.of("a", 1)))
                .extracting(Tuple::value)
                .containsOnly("tuple");
        assertThat(Ets.lookup(table, List.of(1, 2))).extracting(Tuple::value).containsOnly("list");
    }

    @Test
    void of_rows_inserted_together_the_last_with_a_key_stays() {
        Ets.insert(table, List.of(Tuple.of(1, "a"), Tuple.of(2, "b"), Tuple.of(1, "c")));
        assertThat(Ets.tab2list(table))
                .containsExactlyInAnyOrder(Tuple.of(1, "c"), Tuple.of(2, "b"));
        assertThat(Ets.info(table).orElseThrow().size()).isEqualTo(2);
    }

    @Test
    void an_empty_tuple_is_no_row_and_keeps_the_rows_beside_it_out() {
        assertThatThrownBy(() -> Ets.insert(table, List.of(Tuple.of(1, 2), Tuple.of())))
                .isInstanceOf(EtsException.class)
                .hasMessage("insert on " + table + ": an empty tuple has no key");
        assertThat(Ets.tab2list(table)).isEmpty();
    }

    @Test
    void a_new_row_is_inserted_only_if_its_key_is_free() {
        assertThat(Ets.insertNew(table, Tuple.of(1, "first"))).isTrue();
        assertThat(Ets.insertNew(table, Tuple.of(1, "second"))).isFalse();
        assertThat(Ets.lookup(table, 1)).containsExactly(Tuple.of(1, "first"));
    }

    @Test
    void of_new_rows_none_is_inserted_if_one_key_is_not_free() {
        Ets.insert(table, Tuple.of(2, "old"));
        assertThat(Ets.insertNew(table, List.of(Tuple.of(1, "new"), Tuple.of(2, "new")))).isFalse();
        assertThat(Ets.tab2list(table)).containsExactly(Tuple.of(2, "old"));
        assertThat(Ets.insertNew(table, List.of(Tuple.of(3, "a"), Tuple.of(3, "b")))).isTrue();
        assertThat(Ets.lookup(table, 3)).containsExactly(Tuple.of(3, "b"));
    }

    @Test
    void an_element_is_looked_up_by_its_position() {
        Ets.insert(table, Tuple.of("key", "second", 3));
        String second = Ets.lookupElement(table, "key", 2);
        int third = Ets.lookupElement(table, "key", 3);
        assertThat(second).isEqualTo("second");
        assertThat(third).isEqualTo(3);
    }

    @Test
    void an_element_that_is_not_there_is_refused_with_the_reason() {
        Ets.insert(table, Tuple.of("key", "value"));
        assertThatThrownBy(() -> Ets.lookupElement(table, "key", 3))
                .isInstanceOf(EtsException.class)
                .hasMessageEndingWith(": {key, value} has no element 3");
        assertThatThrownBy(() -> Ets.lookupElement(table, "other", 2))
                .isInstanceOf(EtsException.class)
                .hasMessageEndingWith(": it has no row with the key other");
    }

    @Test
    void a_member_is_a_key_with_a_row() {
        Ets.insert(table, Tuple.of("bob"));
        assertThat(Ets.member(table, "bob")).isTrue();
        assertThat(Ets.member(table, "alice")).isFalse();
    }

    @Test
    void a_deleted_key_is_gone_and_deleting_it_again_does_nothing() {
        Ets.insert(table, Tuple.of(1, "one"));
        Ets.delete(table, 1);
        Ets.delete(table, 1);
        assertThat(Ets.member(table, 1)).isFalse();
        assertThat(Ets.info(table).orElseThrow().size()).isZero();
    }

    @Test
    void an_object_is_deleted_only_if_all_of_it_is_equal() {
        Ets.insert(table, Tuple.of(1, "one"));
        Ets.deleteObject(table, Tuple.of(1, "two"));
        assertThat(Ets.member(table, 1)).isTrue();
        Ets.deleteObject(table, Tuple.of(1, "one"));
        assertThat(Ets.member(table, 1)).isFalse();
    }

    @Test
    void taking_a_key_returns_its_row_and_removes_it() {
        Ets.insert(table, Tuple.of(1, "one"));
        assertThat(Ets.take(table, 1)).containsExactly(Tuple.of(1, "one"));
        assertThat(Ets.take(table, 1)).isEmpty();
    }

    @Test
    void all_objects_are_deleted_and_the_table_stays() {
        Ets.insert(table, List.of(Tuple.of(1, "one"), Tuple.of(2, "two")));
        Ets.deleteAllObjects(table);
        assertThat(Ets.tab2list(table)).isEmpty();
        Ets.insert(table, Tuple.of(3, "three"));
        assertThat(Ets.info(table).orElseThrow().size()).isEqualTo(1);
    }
}
