package otp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

@RuntimeTest
class TraceBufferTest {

    private static final int WRITERS = 4;
    private static final int EVENTS = 50_000;

    private final ProcessEvent event = new ProcessEvent.Ended(Processes.self(), ExitReason.NORMAL);

    private static List<Long> numbers(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private static List<Long> read(TraceBuffer buffer) {
        List<Long> numbers = new ArrayList<>();
        for (TraceEvent next = buffer.poll(); next != null; next = buffer.poll()) {
            numbers.add(next.number());
        }
        return numbers;
    }

    @Test
    void the_capacity_is_the_next_power_of_two() {
        assertThat(IntStream.of(1, 2, 3, 4, 5, 1_000).map(each -> new TraceBuffer(each).capacity()))
                .containsExactly(1, 2, 4, 4, 8, 1_024);
    }

    @Test
    void what_finds_no_place_is_counted_and_places_are_used_again() {
        TraceBuffer buffer = new TraceBuffer(4);
        for (int round = 1; round <= 3; round++) {
            IntStream.range(0, 6).forEach(_ -> buffer.put(event));
            assertThat(read(buffer)).hasSize(4);
            assertThat(buffer.dropped()).isEqualTo(round * 2L);
        }
        assertThat(buffer.isEmpty()).isTrue();
    }

    @Test
    void of_many_writers_every_event_is_read_or_counted() throws InterruptedException {
        TraceBuffer buffer = new TraceBuffer(64);
        CountDownLatch writing = new CountDownLatch(WRITERS);
        for (int writer = 0; writer < WRITERS; writer++) {
            Thread.ofPlatform()
                    .daemon()
                    .start(() -> {
                        IntStream.range(0, EVENTS).forEach(_ -> buffer.put(event));
                        writing.countDown();
                    });
        }
        List<Long> read = new ArrayList<>();
        while (writing.getCount() > 0) {
            read.addAll(read(buffer));
        }
        read.addAll(read(buffer));
        assertThat(read).isEqualTo(numbers(read.size()));
        assertThat(read.size() + buffer.dropped()).isEqualTo((long) WRITERS * EVENTS);
    }
}
