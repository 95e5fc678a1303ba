package otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.List;

class TableRowListTest {

    private final List<Integer> three = append(append(append(List.of(), 1), 2), 3);

    @Test
    void a_longer_list_leaves_the_shorter_one_as_it_was() {
        assertThat(append(three, 4)).containsExactly(1, 2, 3, 4);
        assertThat(three).containsExactly(1, 2, 3);
    }

    @Test
    void two_lists_that_extend_one_do_not_see_each_other() {
        List<Integer> one = append(three, 4);
        List<Integer> other = append(three, 5);
        assertThat(one).containsExactly(1, 2, 3, 4);
        assertThat(other).containsExactly(1, 2, 3, 5);
    }

    @Test
    void nothing_is_seen_behind_the_end() {
        append(three, 4);
        assertThatThrownBy(() -> three.get(3)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static List<Integer> append(List<Integer> list, int element) {
        return TableRowList.append(list, element);
    }
}
