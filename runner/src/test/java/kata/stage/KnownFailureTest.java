package kata.stage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KnownFailureTest {

    @Test
    void a_message_that_is_always_the_same_fits_as_a_whole() {
        KnownFailure known = known("expected: 3 but was: 2");

        assertThat(known.fits("expected: 3 but was: 2")).isTrue();
        assertThat(known.fits("expected: 3 but was: 21")).isFalse();
    }

    @Test
    void of_messages_that_differ_the_words_before_fit() {
        KnownFailure known = known("expected: 3 but was: ...");

        assertThat(known.fits("expected: 3 but was: 1")).isTrue();
        assertThat(known.fits("expected: 4 but was: 1")).isFalse();
    }

    @Test
    void where_nothing_is_known_anything_fits() {
        assertThat(known("").fits("anything")).isTrue();
    }

    private static KnownFailure known(String says) {
        return new KnownFailure("NumbersTest.sum", says, false);
    }
}
