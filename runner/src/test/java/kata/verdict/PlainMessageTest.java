package kata.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
