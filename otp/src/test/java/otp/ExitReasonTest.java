package otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;

import java.util.List;

class ExitReasonTest {

    private static final Name<Object> SERVER = new Name<>("todo_cache");
    private static final Exception CAUSE = new IllegalStateException("no change left");

    @Test
    void normal_and_shutdown_are_ordinary() {
        assertThat(
                        List.of(
                                ExitReason.NORMAL,
                                ExitReason.SHUTDOWN,
                                new ExitReason.Shutdown("enough"),
                                new ExitReason.InCall(ExitReason.SHUTDOWN, SERVER, "request")))
                .allMatch(ExitReason::isOrdinary);
    }

    @Test
    void any_other_reason_is_a_crash() {
        assertThat(
                        List.of(
                                ExitReason.KILLED,
                                ExitReason.NOPROC,
                                ExitReason.of("boom"),
                                new ExitReason.Crash(CAUSE),
                                new ExitReason.InCall(ExitReason.NORMAL, SERVER, "request"),
                                new ExitReason.InCall(
                                        new ExitReason.Shutdown("enough"), SERVER, "request")))
                .noneMatch(ExitReason::isOrdinary);
    }

    @Test
    void equal_values_are_equal_reasons() {
        assertThat(ExitReason.of("normal")).isEqualTo(ExitReason.NORMAL);
        assertThat(ExitReason.of(1)).isEqualTo(ExitReason.of(1)).isNotEqualTo(ExitReason.of(2));
    }

    @Test
    void a_reason_prints_what_a_person_wants_to_know() {
        assertThat(ExitReason.NORMAL).hasToString("normal");
        assertThat(new ExitReason.Shutdown("enough")).hasToString("{shutdown, enough}");
        assertThat(new ExitReason.Crash(CAUSE))
                .hasToString("IllegalStateException: no change left");
        assertThat(new ExitReason.Crash(new StackOverflowError()))
                .hasToString("StackOverflowError");
        assertThat(new ExitReason.InCall(ExitReason.TIMEOUT, SERVER, "get"))
                .hasToString("timeout (in a call of :todo_cache with get)");
    }

    @Test
    void the_root_cause_of_a_failed_call_is_what_its_server_threw() {
        ExitReason crash = new ExitReason.Crash(CAUSE);
        ExitReason call = new ExitReason.InCall(crash, SERVER, "request");
        assertThat(new ExitReason.InCall(call, SERVER, "outer").rootCause()).contains(CAUSE);
        assertThat(new Exit(call)).hasCause(CAUSE).hasMessage(call.toString());
        assertThat(new Exit(ExitReason.KILLED)).hasNoCause().hasMessage("killed");
    }

    @Test
    void a_reason_without_a_value_is_refused() {
        assertThatNullPointerException()
                .isThrownBy(() -> ExitReason.of(null))
                .withMessage("a reason needs a value");
    }

    /** A chain of servers that call each other is as long as a program makes it. */
    @Test
    void the_root_cause_is_found_however_many_calls_have_failed_of_it() {
        ExitReason reason = new ExitReason.Crash(CAUSE);
        for (int call = 0; call < 100_000; call++) {
            reason = new ExitReason.InCall(reason, SERVER, "request");
        }
        assertThat(new Exit(reason)).hasCause(CAUSE);
    }

    @Test
    void a_failed_call_has_a_reason_and_a_crash_a_cause() {
        assertThatNullPointerException()
                .isThrownBy(() -> new ExitReason.InCall(null, SERVER, "request"))
                .withMessage("a call fails for a reason");
        assertThatNullPointerException()
                .isThrownBy(() -> new ExitReason.Crash(null))
                .withMessage("a crash has a cause");
    }
}
