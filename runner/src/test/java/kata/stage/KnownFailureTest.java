package kata.stage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class KnownFailureTest {

    @Test
    void a_message_that_is_always_the_same_is_known_whole() {
        KnownFailure known = of("expected: 3 but was: 2", "expected: 3 but was: 2");

        assertThat(known.says()).isEqualTo("expected: 3 but was: 2");
        assertThat(known.fits("expected: 3 but was: 2")).isTrue();
        assertThat(known.fits("expected: 3 but was: 21")).isFalse();
    }

    @Test
    void of_messages_that_differ_the_words_before_are_known() {
        KnownFailure known = of("expected: 3 but was: 27", "expected: 3 but was: 28");

        assertThat(known.says()).isEqualTo("expected: 3 but was: ...");
        assertThat(known.fits("expected: 3 but was: 1")).isTrue();
        assertThat(known.fits("expected: 4 but was: 1")).isFalse();
    }

    @Test
    void one_more_message_may_leave_less() {
        KnownFailure known = of("all of it", "all of it now", "all but one");

        assertThat(known.says()).isEqualTo("all ...");
    }

    @Test
    void of_messages_that_have_nothing_in_common_nothing_is_known() {
        KnownFailure known = of("too late", "still waiting");

        assertThat(known.says()).isEmpty();
        assertThat(known.fits("anything")).isTrue();
    }

    private static KnownFailure of(String... messages) {
        return KnownFailure.of("NumbersTest.sum", List.of(messages), false);
    }
}
