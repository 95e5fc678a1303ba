package web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class BroadcastTest {

    private final Broadcast broadcast = new Broadcast("epoch");

    private void add(long version, String text) {
        broadcast.add(new Broadcast.Change(version, text));
    }

    private List<String> since(long known) throws InterruptedException {
        return broadcast.since(known, 0).orElseThrow().stream()
                .map(Broadcast.Change::text)
                .toList();
    }

    @Test
    void a_page_gets_what_it_does_not_know_yet() throws InterruptedException {
        add(1, "a");
        add(2, "b");
        add(3, "c");
        assertThat(since(1)).containsExactly("b", "c");
        assertThat(since(3)).isEmpty();
    }

    @Test
    void a_page_that_is_ahead_of_what_was_told_waits_for_more() throws InterruptedException {
        add(1, "a");
        assertThat(since(2)).isEmpty();
    }

    @Test
    void a_page_that_has_slept_too_textbegins_anew() throws InterruptedException {
        for (int version = 1; version <= 1_000; version++) {
            add(version, "change");
        }
        assertThat(broadcast.since(3, 0)).isEmpty();
        assertThat(since(990)).hasSize(10);
    }

    @Test
    void what_is_kept_does_not_fill_the_memory() throws InterruptedException {
        String text = "x".repeat(1_000_000);
        for (int version = 1; version <= 20; version++) {
            add(version, text);
        }
        assertThat(broadcast.since(10, 0)).isEmpty();
        assertThat(since(18)).hasSize(2);
    }
}
