package gates.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

/** What several messages of a test have in common. */
class CommonFailuresTest {

    @Test
    void a_message_that_is_always_the_same_is_known_whole() {
        assertThat(common("expected: 3 but was: 2", "expected: 3 but was: 2"))
                .isEqualTo("expected: 3 but was: 2");
    }

    @Test
    void of_messages_that_differ_the_words_before_are_known() {
        assertThat(common("expected: 3 but was: 27", "expected: 3 but was: 28"))
                .isEqualTo("expected: 3 but was: ...");
    }

    @Test
    void one_more_message_may_leave_less() {
        assertThat(common("all of it", "all of it now", "all but one")).isEqualTo("all ...");
    }

    @Test
    void of_messages_that_have_nothing_in_common_nothing_is_known() {
        assertThat(common("too late", "still waiting")).isEmpty();
    }

    private static String common(String... messages) {
        return CommonFailures.common(List.of(messages));
    }
}
