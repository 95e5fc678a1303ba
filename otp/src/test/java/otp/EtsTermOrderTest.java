package otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

@RuntimeTest
class EtsTermOrderTest {

    @Test
    void terms_of_all_kinds_are_ordered_as_in_erlang() {
        assertOrdered(
                1,
                1.5,
                2L,
                new Name<>("a"),
                false,
                true,
                LocalDate.of(2024, 1, 1),
                Processes.self(),
                Tuple.of(),
                Tuple.of(1),
                Tuple.of(1, 2),
                Tuple.of(2, 1),
                Tuple.of(0, 0, 0),
                Map.of(),
                Map.of("a", 1),
                List.of(),
                List.of(1),
                List.of(1, 2),
                List.of(2),
                "",
                "a",
                "ab",
                "b");
    }

    @Test
    void atoms_are_ordered_by_their_text_whatever_they_are_in_java() {
        assertOrdered(EtsType.BAG, EtsType.SET, new Name<>("a"), false, new Name<>("g"), true);
    }

    @Test
    void numbers_are_compared_exactly_however_large_they_are() {
        assertOrdered(9007199254740992.0, 9007199254740993L, BigInteger.TEN.pow(300), 1.0e308);
        assertOrdered(Double.NEGATIVE_INFINITY, Long.MIN_VALUE, -0.5, Long.MAX_VALUE);
    }

    @Test
    void numbers_of_all_types_are_one_if_they_have_one_value() {
        for (Object one : List.of(1, 1L, (short) 1, (byte) 1, 1.0, 1.0f, BigInteger.ONE)) {
            assertThat(TableTermOrder.INSTANCE.compare(one, 1)).as("%s", one.getClass()).isZero();
        }
        assertThat(TableTermOrder.INSTANCE.compare(0.0, -0.0)).isZero();
    }

    @Test
    void infinity_comes_after_every_number_of_a_smaller_value() {
        assertOrdered(BigInteger.TEN.pow(400), Double.POSITIVE_INFINITY);
    }

    @Test
    void strings_are_ordered_by_code_point() {
        assertOrdered("a", "\u00e9", "\u65e5", "\uffee", "\ud83d\ude00");
    }

    @Test
    void maps_are_ordered_by_size_then_keys_then_values() {
        assertOrdered(Map.of("a", 1), Map.of("a", 9), Map.of("b", 1), Map.of("a", 1, "b", 0));
    }

    @Test
    void among_the_keys_of_maps_integers_come_before_floats_and_these_before_all_else() {
        assertOrdered(
                Map.of(1, 1),
                Map.of(2, 1),
                Map.of(1.0, 1),
                Map.of(1.5, 1),
                Map.of(new Name<>("a"), 1),
                Map.of(Tuple.of(2), 1),
                Map.of(Tuple.of(1.0), 1),
                Map.of("s", 1));
        assertOrdered(Map.of(1.5, 1, new Name<>("a"), 1), Map.of(new Name<>("a"), 1, true, 1));
    }

    @Test
    void numbers_of_other_types_and_null_have_no_place_in_the_order() {
        EtsTable<Object, Integer> ordered = Ets.create(EtsOptions.orderedSet());
        Ets.insert(ordered, Tuple.of(List.of(1, 2), 1));
        for (Object key : List.of(new AtomicInteger(1), Arrays.asList(1, null), new Object())) {
            assertThatThrownBy(() -> Ets.insert(ordered, Tuple.of(key, 1)))
                    .isInstanceOf(EtsException.class)
                    .hasMessageContaining("there is no order for");
            assertThatThrownBy(() -> Ets.member(ordered, key)).isInstanceOf(EtsException.class);
        }
    }

    @Test
    void an_older_process_comes_before_a_younger_one() {
        assertOrdered(Processes.spawn(() -> {}), Processes.spawn(() -> {}));
    }

    private static void assertOrdered(Object... terms) {
        List<Object> shuffled = Arrays.asList(terms.clone());
        Collections.shuffle(shuffled, new Random(42));
        assertThat(shuffled.stream().sorted(TableTermOrder.INSTANCE)).containsExactly(terms);
        for (int index = 1; index < terms.length; index++) {
            assertThat(TableTermOrder.INSTANCE.compare(terms[index - 1], terms[index]))
                    .isNegative();
            assertThat(TableTermOrder.INSTANCE.compare(terms[index], terms[index - 1]))
                    .isPositive();
        }
    }
}
