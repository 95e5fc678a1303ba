package otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static otp.EtsPattern.ANY;
import static otp.EtsPattern.variable;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

@RuntimeTest
class EtsMatchTest {

    private final EtsTable<Integer, Object> table =
            Ets.create(EtsOptions.orderedSet().access(EtsAccess.PUBLIC));

    @BeforeEach
    void fill() {
        Ets.insert(
                table,
                List.of(
                        Tuple.of(1, 1, "a"),
                        Tuple.of(2, 3, "a"),
                        Tuple.of(3, 3, "b"),
                        Tuple.of(4, Tuple.of(3, 4), List.of(3, "c")),
                        Tuple.of(5, 5.0, Map.of("k", 1, "j", 2)),
                        Tuple.of(6),
                        Tuple.of(7, 7)));
    }

    @Test
    void a_wildcard_matches_every_value() {
        assertThat(Ets.matchObject(table, Tuple.of(ANY, ANY))).containsExactly(Tuple.of(7, 7));
        assertThat(keysOf(Tuple.of(ANY, ANY, "a"))).containsExactly(1, 2);
    }

    @Test
    void a_pattern_matches_only_rows_with_as_many_elements() {
        assertThat(keysOf(Tuple.of(ANY))).containsExactly(6);
        assertThat(keysOf(Tuple.of())).isEmpty();
    }

    @Test
    void a_variable_that_is_repeated_stands_for_equal_values() {
        assertThat(keysOf(Tuple.of(variable(1), variable(1), ANY))).containsExactly(1, 3);
        assertThat(keysOf(Tuple.of(variable(1), variable(1)))).containsExactly(7);
    }

    @Test
    void a_variable_does_not_stand_for_an_integer_and_a_float() {
        assertThat(keysOf(Tuple.of(variable(1), variable(1), Map.of()))).isEmpty();
    }

    @Test
    void a_match_returns_what_the_variables_stand_for_in_the_order_of_their_numbers() {
        assertThat(Ets.match(table, Tuple.of(variable(2), ANY, variable(1))))
                .startsWith(List.of("a", 1), List.of("a", 2), List.of("b", 3));
        assertThat(Ets.match(table, Tuple.of(variable(10), variable(3), "a")))
                .containsExactly(List.of(1, 1), List.of(3, 2));
    }

    @Test
    void a_match_without_variables_returns_an_empty_list_for_each_row() {
        assertThat(Ets.match(table, Tuple.of(ANY, ANY, "a"))).containsExactly(List.of(), List.of());
    }

    @Test
    void patterns_reach_into_tuples_and_lists() {
        Tuple<?, ?> pattern =
                Tuple.of(
                        ANY, Tuple.of(variable(1), variable(2)), List.of(variable(1), variable(3)));
        assertThat(Ets.match(table, pattern)).containsExactly(List.of(3, 4, "c"));
    }

    @Test
    void a_map_matches_one_that_has_its_keys_and_perhaps_more() {
        Tuple<?, ?> pattern = Tuple.of(variable(1), ANY, Map.of("k", variable(2)));
        assertThat(Ets.match(table, pattern)).containsExactly(List.of(5, 1));
        assertThat(keysOf(Tuple.of(ANY, ANY, Map.of("missing", ANY)))).isEmpty();
    }

    @Test
    void a_value_matches_what_equals_it_and_an_integer_no_float() {
        assertThat(keysOf(Tuple.of(ANY, 5.0, ANY))).containsExactly(5);
        assertThat(keysOf(Tuple.of(ANY, 5, ANY))).isEmpty();
    }

    @Test
    void a_pattern_with_a_key_matches_the_row_of_that_key_only() {
        assertThat(keysOf(Tuple.of(2, 3, ANY))).containsExactly(2);
        assertThat(keysOf(Tuple.of(2, 4, ANY))).isEmpty();
        assertThat(keysOf(Tuple.of(99, ANY, ANY))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_key_that_a_pattern_names_is_compared_as_a_whole(EtsType type) {
        Map<String, Integer> key = Map.of("a", 1, "b", 2);
        for (Object part : List.of(Map.of("a", 1), Map.of())) {
            assertThat(matches(type, key, part)).isFalse();
            assertThat(matches(type, Tuple.of("m", key), Tuple.of("m", part))).isFalse();
            assertThat(matches(type, List.of(key), List.of(part))).isFalse();
            assertThat(matches(type, Map.of("m", key), Map.of("m", part))).isFalse();
        }
        assertThat(matches(type, key, key)).isTrue();
        assertThat(matches(type, Tuple.of("m", key), Tuple.of("m", key))).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void a_key_with_a_wildcard_is_matched_in_part(EtsType type) {
        Map<String, Integer> key = Map.of("a", 1, "b", 2);
        assertThat(matches(type, key, Map.of("a", ANY))).isTrue();
        assertThat(matches(type, key, Map.of("a", variable(1)))).isTrue();
        assertThat(matches(type, key, Map.of("c", ANY))).isFalse();
        assertThat(matches(type, Tuple.of("m", key), Tuple.of(ANY, Map.of()))).isTrue();
        assertThat(matches(type, List.of(key, 1), List.of(Map.of("a", 1), ANY))).isTrue();
    }

    private static boolean matches(EtsType type, Object key, Object pattern) {
        EtsTable<Object, Object> maps = Ets.create(EtsOptions.of(type));
        Ets.insert(maps, Tuple.of(key, "row"));
        boolean matches = !Ets.matchObject(maps, Tuple.of(pattern, ANY)).isEmpty();
        assertThat(Ets.match(maps, Tuple.of(pattern, ANY))).hasSize(matches ? 1 : 0);
        Ets.matchDelete(maps, Tuple.of(pattern, ANY));
        assertThat(Ets.tab2list(maps)).hasSize(matches ? 0 : 1);
        Ets.delete(maps);
        return matches;
    }

    @Test
    void a_wildcard_or_variable_cannot_be_the_key_of_a_map_in_a_pattern() {
        for (EtsPattern key : List.of(ANY, variable(1))) {
            assertThatThrownBy(() -> Ets.match(table, Tuple.of(ANY, List.of(Map.of(key, 1)))))
                    .isInstanceOf(EtsException.class)
                    .hasMessageContaining("a key of a map in a pattern has to be a value");
        }
    }

    @Test
    void rows_that_match_are_deleted() {
        Ets.matchDelete(table, Tuple.of(ANY, ANY, "a"));
        Ets.matchDelete(table, Tuple.of(variable(1), variable(1)));
        assertThat(Ets.tab2list(table)).extracting(Tuple::key).containsExactly(3, 4, 5, 6);
    }

    @Test
    void of_the_rows_of_a_key_in_a_bag_only_those_that_match_are_deleted() {
        EtsTable<Integer, Object> bag = Ets.create(EtsOptions.duplicateBag());
        Ets.insert(bag, List.of(Tuple.of(1, "a"), Tuple.of(1, "b"), Tuple.of(1, "a", "c")));
        Ets.matchDelete(bag, Tuple.of(1, "a"));
        assertThat(Ets.lookup(bag, 1)).containsExactly(Tuple.of(1, "b"), Tuple.of(1, "a", "c"));
    }

    @Test
    void a_selection_is_a_condition_and_a_function_in_java() {
        assertThat(Ets.select(table, row -> row.key() > 4, Tuple::arity)).containsExactly(3, 1, 2);
    }

    @Test
    void selected_rows_are_counted_and_deleted() {
        assertThat(Ets.selectCount(table, row -> row.arity() == 3)).isEqualTo(5);
        assertThat(Ets.selectDelete(table, row -> row.arity() == 3)).isEqualTo(5);
        assertThat(Ets.tab2list(table)).extracting(Tuple::key).containsExactly(6, 7);
    }

    @Test
    void selected_rows_are_replaced_and_keep_their_keys() {
        int replaced =
                Ets.selectReplace(
                        table, row -> row.key() < 3, row -> Tuple.of(row.key(), "replaced"));
        assertThat(replaced).isEqualTo(2);
        assertThat(Ets.lookup(table, 2)).containsExactly(Tuple.of(2, "replaced"));
        assertThatThrownBy(() -> Ets.selectReplace(table, _ -> true, _ -> Tuple.of(9)))
                .isInstanceOf(EtsException.class)
                .hasMessageContaining("a row keeps its key when it is replaced: {1, replaced}");
        EtsTable<Integer, Object> bag = Ets.create(EtsOptions.bag());
        assertThatThrownBy(() -> Ets.selectReplace(bag, _ -> true, row -> row))
                .isInstanceOf(EtsException.class);
    }

    @Test
    void a_variable_with_a_negative_number_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> variable(-1))
                .withMessage("a variable's number is below 0: -1");
    }

    @Test
    void patterns_print_as_in_erlang() {
        assertThat(Tuple.of(ANY, variable(1))).hasToString("{_, $1}");
    }

    private List<Integer> keysOf(Tuple<?, ?> pattern) {
        return Ets.matchObject(table, pattern).stream().map(Tuple::key).toList();
    }

    /** A tuple cannot hold null, but what is in it can. */
    @Test
    void a_variable_stands_for_null_as_for_any_other_value() {
        EtsTable<Integer, List<Integer>> lists = Ets.create(EtsOptions.set());
        Ets.insert(lists, Tuple.of(1, Arrays.asList(7, null)));
        assertThat(Ets.match(lists, Tuple.of(ANY, List.of(7, variable(1)))))
                .containsExactly(Collections.singletonList(null));
        assertThat(Ets.match(lists, Tuple.of(ANY, List.of(variable(1), variable(1))))).isEmpty();
        assertThat(Ets.match(lists, Tuple.of(ANY, Arrays.asList(ANY, null)))).hasSize(1);
    }
}
