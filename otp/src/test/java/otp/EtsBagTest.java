package otp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

@RuntimeTest
class EtsBagTest {

    private final EtsTable<Integer, Object> bag =
            Ets.create(EtsOptions.bag().access(EtsAccess.PUBLIC));
    private final EtsTable<Integer, Object> duplicateBag =
            Ets.create(EtsOptions.duplicateBag().access(EtsAccess.PUBLIC));

    @Test
    void a_bag_holds_several_rows_of_a_key_in_the_order_of_their_insertion() {
        Ets.insert(bag, Tuple.of(1, "hello"));
        Ets.insert(bag, Tuple.of(1, "world"));
        Ets.insert(bag, Tuple.of(1, "again"));
        assertThat(valuesIn(bag)).containsExactly("hello", "world", "again");
    }

    @Test
    void a_bag_holds_equal_rows_once_where_the_first_stood() {
        Ets.insert(bag, Tuple.of(1, "hello"));
        Ets.insert(bag, Tuple.of(1, "world"));
        Ets.insert(bag, Tuple.of(1, "hello"));
        assertThat(valuesIn(bag)).containsExactly("hello", "world");
        assertThat(Ets.info(bag).orElseThrow().size()).isEqualTo(2);
    }

    @Test
    void a_bag_tells_integers_from_floats_in_every_element() {
        Ets.insert(bag, Tuple.of(1, 1));
        Ets.insert(bag, Tuple.of(1, 1.0));
        assertThat(valuesIn(bag)).containsExactly(1, 1.0);
    }

    @Test
    void a_list_goes_into_a_bag_from_its_end() {
        Ets.insert(bag, List.of(Tuple.of(1, "a"), Tuple.of(1, "b"), Tuple.of(1, "c")));
        assertThat(valuesIn(bag)).containsExactly("c", "b", "a");
    }

    @Test
    void a_list_goes_into_a_duplicate_bag_from_its_beginning() {
        Ets.insert(duplicateBag, List.of(Tuple.of(1, "a"), Tuple.of(1, "b"), Tuple.of(1, "a")));
        assertThat(valuesIn(duplicateBag)).containsExactly("a", "b", "a");
    }

    @Test
    void a_duplicate_bag_holds_equal_rows() {
        Ets.insert(duplicateBag, Tuple.of(1, "hello"));
        Ets.insert(duplicateBag, Tuple.of(1, "hello"));
        assertThat(valuesIn(duplicateBag)).containsExactly("hello", "hello");
        assertThat(Ets.info(duplicateBag).orElseThrow().size()).isEqualTo(2);
    }

    @Test
    void a_deleted_object_goes_from_a_duplicate_bag_as_often_as_it_is_there() {
        Ets.insert(duplicateBag, List.of(Tuple.of(1, "a"), Tuple.of(1, "b"), Tuple.of(1, "a")));
        Ets.deleteObject(duplicateBag, Tuple.of(1, "a"));
        assertThat(valuesIn(duplicateBag)).containsExactly("b");
    }

    @Test
    void a_deleted_object_can_come_back_as_the_last() {
        IntStream.range(0, 3).forEach(value -> Ets.insert(bag, Tuple.of(1, value)));
        Ets.deleteObject(bag, Tuple.of(1, 0));
        Ets.insert(bag, Tuple.of(1, 0));
        assertThat(valuesIn(bag)).containsExactly(1, 2, 0);
    }

    @Test
    void a_new_row_needs_a_key_that_has_none_even_in_a_bag() {
        assertThat(Ets.insertNew(duplicateBag, Tuple.of(1, "a"))).isTrue();
        assertThat(Ets.insertNew(duplicateBag, Tuple.of(1, "b"))).isFalse();
        assertThat(Ets.insertNew(duplicateBag, List.of(Tuple.of(2, "c"), Tuple.of(2, "c"))))
                .isTrue();
        assertThat(Ets.lookup(duplicateBag, 2)).hasSize(2);
    }

    @Test
    void taking_a_key_takes_all_its_rows() {
        Ets.insert(duplicateBag, List.of(Tuple.of(1, "a"), Tuple.of(1, "b"), Tuple.of(2, "c")));
        assertThat(Ets.take(duplicateBag, 1)).containsExactly(Tuple.of(1, "a"), Tuple.of(1, "b"));
        assertThat(Ets.tab2list(duplicateBag)).containsExactly(Tuple.of(2, "c"));
    }

    @Test
    void the_elements_of_all_rows_of_a_key_are_looked_up_together() {
        Ets.insert(duplicateBag, List.of(Tuple.of(1, "a"), Tuple.of(1, "b")));
        List<Object> values = Ets.lookupElement(duplicateBag, 1, 2);
        assertThat(values).containsExactly("a", "b");
    }

    @Test
    void rows_that_were_looked_up_do_not_change_with_the_table() {
        Ets.insert(duplicateBag, List.of(Tuple.of(1, 0), Tuple.of(1, 1)));
        List<Tuple<Integer, Object>> before = Ets.lookup(duplicateBag, 1);
        IntStream.range(2, 100).forEach(value -> Ets.insert(duplicateBag, Tuple.of(1, value)));
        assertThat(before).containsExactly(Tuple.of(1, 0), Tuple.of(1, 1));
        assertThat(valuesIn(duplicateBag)).hasSize(100).startsWith(0, 1, 2).endsWith(99);
    }

    @Test
    void a_hundred_thousand_rows_of_one_key_go_into_a_duplicate_bag() {
        IntStream.range(0, 100_000).forEach(value -> Ets.insert(duplicateBag, Tuple.of(1, value)));
        assertThat(Ets.info(duplicateBag).orElseThrow().size()).isEqualTo(100_000);
        assertThat(valuesIn(duplicateBag)).endsWith(99_998, 99_999);
    }

    private static List<Object> valuesIn(EtsTable<Integer, Object> table) {
        return Ets.lookup(table, 1).stream().map(Tuple::value).toList();
    }
}
