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
    void a_walk_through_a_fixed_table_goes_on_from_a_deleted_key() {
        fill(10);
        Ets.safeFixtable(table, true);
        List<Integer> seen = new ArrayList<>();
        for (var key = Ets.first(table); key.isPresent(); key = Ets.next(table, seen.getLast())) {
            seen.add(key.get());
            Ets.delete(table, key.get());
        }
        assertThat(seen).hasSize(10).doesNotHaveDuplicates();
        assertThat(Ets.first(table)).isEmpty();
        Ets.safeFixtable(table, false);
        assertNowhere(seen.getFirst());
    }

    @Test
    void a_walk_through_a_fixed_table_goes_on_from_a_key_whose_counter_could_not_be_added_to() {
        assertThatThrownBy(() -> Ets.updateCounter(table, 7, 1, Tuple.of(0, "no number")))
                .isInstanceOf(EtsException.class);
        assertNowhere(7);
        Ets.safeFixtable(table, true);
        assertThatThrownBy(() -> Ets.updateCounter(table, 7, 1, Tuple.of(0, "no number")))
                .isInstanceOf(EtsException.class);
        assertThat(Ets.next(table, 7)).isEmpty();
        assertThat(Ets.member(table, 7)).isFalse();
        assertThat(Ets.info(table).orElseThrow().size()).isZero();
        Ets.safeFixtable(table, false);
        assertNowhere(7);
    }

    @Test
    void a_table_that_is_cleared_while_it_is_fixed_still_knows_the_keys() {
        fill(3);
        Ets.safeFixtable(table, true);
        int first = Ets.first(table).orElseThrow();
        Ets.deleteAllObjects(table);
        assertThat(Ets.next(table, first)).isEmpty();
        fill(3);
        assertThat(walk()).hasSize(3);
        assertThat(Ets.info(table).orElseThrow().size()).isEqualTo(3);
    }

    @Test
    void a_table_has_to_be_released_as_often_as_it_was_fixed() {
        fill(2);
        Ets.safeFixtable(table, true);
        Ets.safeFixtable(table, true);
        int first = Ets.first(table).orElseThrow();
        Ets.delete(table, first);
        Ets.safeFixtable(table, false);
        assertThat(Ets.next(table, first)).isPresent();
        Ets.safeFixtable(table, false);
        Ets.safeFixtable(table, false);
        assertNowhere(first);
    }

    @Test
    void the_end_of_a_process_releases_what_it_has_fixed() {
        fill(2);
        int first = Ets.first(table).orElseThrow();
        Patience.endOf(() -> {
            Ets.safeFixtable(table, true);
            Ets.delete(table, first);
            assertThat(Ets.next(table, first)).isPresent();
        });
        assertNowhere(first);
        assertThat(walk()).hasSize(1);
    }

    @Test
    void a_table_is_fixed_and_released_as_fast_whatever_it_holds() {
        long small = bestTimeToFix();
        fill(200_000);
        assertThat(bestTimeToFix()).isLessThan(100 * small);
    }

    /** Returns nanoseconds; of several tries the best, since other work may come in between. */
    private long bestTimeToFix() {
        return IntStream.range(0, 20)
                .mapToLong(_ -> {
                    long begin = System.nanoTime();
                    for (int time = 0; time < 10; time++) {
                        Ets.safeFixtable(table, true);
                        Ets.safeFixtable(table, false);
                    }
                    return System.nanoTime() - begin;
                })
                .min()
                .orElseThrow();
    }

    @Test
    void a_deleted_table_is_kept_by_no_process_that_has_fixed_it() {
        Ets.safeFixtable(table, true);
        Ets.delete(table);
        assertThat(ProcessTable.current().lifeline().belongings().copy()).isEmpty();
    }

    @Test
    void a_fold_from_the_right_begins_with_the_last_row() {
        EtsTable<Integer, Object> ordered = Ets.create(EtsOptions.orderedSet());
        IntStream.range(0, 3).forEach(key -> Ets.insert(ordered, Tuple.of(key)));
        assertThat(Ets.foldr(ordered, "", (row, text) -> text + row.key())).isEqualTo("210");
        assertThat(Ets.foldl(ordered, "", (row, text) -> text + row.key())).isEqualTo("012");
    }

    @Test
    void a_set_does_not_keep_the_order_in_which_its_rows_came() {
        fill(100);
        assertThat(walk()).isNotEqualTo(IntStream.range(0, 100).boxed().toList());
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

    private void assertNowhere(int key) {
        assertThatThrownBy(() -> Ets.next(table, key)).isInstanceOf(EtsException.class);
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
