package kata.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import static java.util.stream.Collectors.joining;

import org.junit.jupiter.api.Test;

import java.util.stream.IntStream;

/** What is said of a failure. */
class PlainMessageTest {

    @Test
    void loaders_and_frames_of_libraries_are_left_out() {
        assertThat(
                        PlainMessage.lines(
                                """
                                class A cannot be cast to class B (A is in module java.base of \
                                loader 'bootstrap'; B is in unnamed module of loader 'stage' @c7a3)

                                	at stage//otp.EtsException.noTable(EtsException.java:29)
                                	at stage//todo.Cache.get(Cache.java:9)
                                """))
                .containsExactly(
                        "class A cannot be cast to class B", "\tat todo.Cache.get(Cache.java:9)");
    }

    @Test
    void a_condition_that_was_waited_for_is_told_by_its_name() {
        assertThat(
                        PlainMessage.lines(
                                "ConditionTimeoutException: Condition with alias 'it's on disk'"
                                    + " didn't complete within 5 seconds because condition with"
                                    + " Lambda expression in todo.SavingTest was not fulfilled."))
                .containsExactly("not within 5 seconds: it's on disk");
    }

    @Test
    void the_short_elements_of_a_list_are_on_one_line_as_far_as_they_fit() {
        String numbers = IntStream.range(0, 2000).mapToObj(i -> "    " + i).collect(joining(",\n"));

        assertThat(PlainMessage.lines("Expecting empty but was: [" + numbers.strip() + "]"))
                .singleElement(STRING)
                .startsWith("Expecting empty but was: [0, 1, 2, 3, ")
                .endsWith(", ...")
                .hasSizeLessThan(110);
        assertThat(PlainMessage.lines("Expecting actual:\n  [1,\n    2]\nto contain:\n  [3]"))
                .containsExactly("Expecting actual:", "  [1, 2]", "to contain:", "  [3]");
    }

    @Test
    void a_long_element_of_a_list_has_a_line_of_its_own() {
        String entry = "Entry[id=1, date=2016-10-01, title=dentist]";

        assertThat(PlainMessage.lines("[%s,\n    %<s]".formatted(entry)))
                .containsExactly("[%s,".formatted(entry), "    %s]".formatted(entry));
    }

    @Test
    void a_function_has_no_address() {
        Runnable function = () -> {};

        assertThat(PlainMessage.lines("expected: Run[body=" + function + "] but was: null"))
                .containsExactly("expected: Run[body=a function] but was: null");
    }

    @Test
    void a_rule_is_told_by_its_reason() {
        String message =
                "Architecture Violation [Priority: MEDIUM] - Rule 'no classes should depend on"
                        + " java.lang.Thread, because there are no locks and no threads' was"
                        + " violated (1 times):\nMethod <a.B.c()> calls method <Thread.sleep(long)>"
                        + " in (B.java:44)";

        assertThat(BrokenRule.in(message))
                .map(BrokenRule::sentence)
                .hasValue("there are no locks and no threads");
        assertThat(BrokenRule.in("expected: 1")).isEmpty();
    }
}
