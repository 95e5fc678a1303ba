package otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

@RuntimeTest
class ClosableSetTest {

    private final ClosableSet<Integer> set = new ClosableSet<>();

    @Test
    void an_element_is_in_the_set_until_it_is_removed() {
        assertThat(set.remove(1)).isFalse();
        assertThat(set.add(1)).isTrue();
        assertThat(set.add(1)).isTrue();
        assertThat(set.remove(1)).isTrue();
        assertThat(set.remove(1)).isFalse();
    }

    @Test
    void what_was_in_the_set_is_drained_once_it_is_closed() {
        set.add(1);
        set.add(2);
        set.remove(1);
        set.add(3);
        set.close();
        assertThat(drained(set)).containsExactlyInAnyOrder(2, 3);
        assertThat(drained(set)).isEmpty();
    }

    @Test
    void a_closed_set_takes_and_gives_nothing() {
        set.add(1);
        set.close();
        assertThat(set.add(2)).isFalse();
        assertThat(set.remove(1)).isFalse();
        assertThat(set.copy()).isEmpty();
        assertThat(set.isClosed()).isTrue();
        assertThat(drained(set)).containsExactly(1);
    }

    @Test
    void what_could_not_be_drained_is_drained_the_next_time() {
        IntStream.range(0, 10).forEach(set::add);
        set.close();
        List<Integer> first = new ArrayList<>();
        assertThatThrownBy(() ->
                        set.drain(element -> {
                            if (first.size() == 4) {
                                throw new OutOfMemoryError("no memory for the fifth");
                            }
                            first.add(element);
                        }))
                .isInstanceOf(OutOfMemoryError.class);
        assertThat(first).hasSize(4).doesNotContainAnyElementsOf(drained(set));
    }

    @Test
    void what_comes_before_a_removal_is_done_only_if_there_is_something_to_remove() {
        List<String> done = new ArrayList<>();
        set.add(1);
        assertThat(set.remove(2, () -> done.add("two"))).isFalse();
        assertThat(set.remove(1, () -> done.add("one"))).isTrue();
        assertThat(set.remove(1, () -> done.add("one again"))).isFalse();
        assertThat(done).containsExactly("one");
    }

    @Test
    void an_element_added_while_the_set_closes_is_refused_or_drained() {
        for (int round = 0; round < 1_000; round++) {
            ClosableSet<Integer> closing = new ClosableSet<>();
            CompletableFuture<List<Integer>> added =
                    CompletableFuture.supplyAsync(
                            () -> IntStream.range(0, 20).filter(closing::add).boxed().toList());
            closing.close();
            List<Integer> drained = drained(closing);
            assertThat(Patience.valueOf(added)).containsExactlyInAnyOrderElementsOf(drained);
        }
    }

    private static List<Integer> drained(ClosableSet<Integer> closed) {
        List<Integer> drained = new ArrayList<>();
        closed.drain(drained::add);
        return drained;
    }
}
