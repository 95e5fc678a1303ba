package kata.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import kata.stage.KataException;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What is typed and printed for days is kept within bounds. */
class TranscriptTest {

    private final Transcript transcript = new Transcript();

    private void type(String line, String printed) {
        transcript.add(Optional.empty(), List.of(line));
        transcript.next();
        transcript.printed(printed);
        transcript.end("", List::of);
    }

    @Test
    void so_many_lines_are_kept() {
        IntStream.range(0, 1_200).forEach(_ -> type("1 + 1", "2"));
        assertThat(transcript.whole()).hasSize(500);
        assertThat(transcript.first()).isEqualTo(700);
    }

    @Test
    void of_lines_that_print_much_fewer_are_kept() {
        IntStream.range(0, 100).forEach(_ -> type("print()", "x".repeat(100_000)));
        assertThat(transcript.whole()).hasSizeBetween(10, 16);
        assertThat(transcript.first() + transcript.whole().size()).isEqualTo(100);
    }

    @Test
    void what_runs_is_kept_whatever_it_prints() {
        type("1 + 1", "2");
        IntStream.range(0, 150)
                .forEach(_ -> transcript.add(Optional.empty(), List.of("x".repeat(20_000))));
        assertThat(transcript.first()).isEqualTo(1);
        assertThat(transcript.whole()).hasSize(150);
    }

    @Test
    void lines_that_wait_for_what_does_not_end_are_refused_in_the_end() {
        transcript.add(Optional.empty(), List.of("while (true) {}"));
        transcript.next();
        assertThatExceptionOfType(KataException.class)
                .isThrownBy(() ->
                        IntStream.range(0, 1_000)
                                .forEach(_ -> transcript.add(Optional.of(0), List.of("1"))))
                .withMessageContaining("stop it first");
        assertThat(transcript.whole()).hasSize(201);
    }
}
