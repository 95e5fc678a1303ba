package otp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;
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
    void closing_returns_what_was_in_the_set() {
        set.add(1);
        set.add(2);
        set.remove(1);
        set.add(3);
        assertThat(set.close()).containsExactlyInAnyOrder(2, 3);
    }

    @Test
    void a_closed_set_takes_and_has_nothing() {
        set.add(1);
        set.close();
        assertThat(set.add(2)).isFalse();
        assertThat(set.remove(1)).isFalse();
        assertThat(set.close()).isEmpty();
    }

    @Test
    void an_element_added_while_the_set_closes_is_refused_or_returned() {
        for (int round = 0; round < 1_000; round++) {
            ClosableSet<Integer> closing = new ClosableSet<>();
            CompletableFuture<List<Integer>> added =
                    CompletableFuture.supplyAsync(
                            () -> IntStream.range(0, 20).filter(closing::add).boxed().toList());
            Set<Integer> returned = closing.close();
            assertThat(Patience.valueOf(added)).containsExactlyInAnyOrderElementsOf(returned);
        }
    }
}
