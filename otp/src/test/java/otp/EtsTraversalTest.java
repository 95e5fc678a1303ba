package otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

@RuntimeTest
class EtsTraversalTest {

    private final EtsTable<Integer, Object> table =
            Ets.create(EtsOptions.set().access(EtsAccess.PUBLIC));

    @Test
    void the_way_from_the_first_key_leads_through_every_key_once() {
        fill(1_000);
        assertThat(walk()).hasSize(1_000).doesNotHaveDuplicates();
    }

    @Test
    void a_set_has_only_one_way_through_its_keys() {
        fill(3);
        int first = Ets.first(table).orElseThrow();
        assertThat(Ets.last(table)).contains(first);
        assertThat(Ets.prev(table, first)).isEqualTo(Ets.next(table, first)).isPresent();
    }

    @Test
    void a_key_that_is_not_there_leads_nowhere_in_a_set() {
        assertThatThrownBy(() -> Ets.next(table, 99))
                .isInstanceOf(EtsException.class)
                .hasMessage("next on " + table + ": it has no row with the key 99");
    }

    @Test
    void the_way_leads_round_deleted_keys() {
        fill(10);
        IntStream.range(0, 10).filter(key -> key % 3 != 0).forEach(key -> Ets.delete(table, key));
        assertThat(walk()).containsExactlyInAnyOrder(0, 3, 6, 9);
        Ets.delete(table, 9);
        Ets.insert(table, Tuple.of(10, "new"));
        assertThat(walk()).containsExactlyInAnyOrder(0, 3, 6, 10);
    }

    @Test
    void an_empty_table_has_no_first_key() {
        assertThat(Ets.first(table)).isEmpty();
        fill(1);
        Ets.delete(table, 0);
        assertThat(Ets.first(table)).isEmpty();
    }

    @Test
    void a_bag_has_each_key_once_on_the_way() {
        EtsTable<Integer, Object> bag = Ets.create(EtsOptions.bag());
        IntStream.range(0, 5).forEach(value -> Ets.insert(bag, Tuple.of(1, value)));
        assertThat(Ets.first(bag)).contains(1);
        assertThat(Ets.next(bag, 1)).isEmpty();
    }

    @Test
    void a_fold_goes_through_all_rows() {
        fill(10);
        assertThat(Ets.foldl(table, 0, (row, sum) -> sum + row.key())).isEqualTo(45);
    }

    @Test
    void a_fold_may_change_the_table_that_it_goes_through() {
        fill(10);
        Ets.foldl(
                table,
                0,
                (row, count) -> {
                    Ets.insert(table, Tuple.of(row.key() + 10, "new"));
                    return count + 1;
                });
        assertThat(Ets.info(table).orElseThrow().size()).isEqualTo(20);
    }

    private void fill(int rows) {
        IntStream.range(0, rows).forEach(key -> Ets.insert(table, Tuple.of(key, "value")));
    }

    private List<Integer> walk() {
        List<Integer> keys = new ArrayList<>();
        Optional<Integer> key = Ets.first(table);
        while (key.isPresent()) {
            keys.add(key.get());
            key = Ets.next(table, key.get());
        }
        return keys;
    }
}
