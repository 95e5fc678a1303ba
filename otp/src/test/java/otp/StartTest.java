package otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

@RuntimeTest
class StartTest {

    private static final ExitReason BOOM = ExitReason.of("boom");

    private final Pid<Object> process = Processes.self();

    @Test
    void a_process_runs_whether_it_is_new_or_was_there_before() {
        assertThat(new Start.Ok<>(process).running()).isEqualTo(process);
        assertThat(new Start.AlreadyStarted<>(process).running()).isEqualTo(process);
    }

    @Test
    void where_none_runs_the_caller_gets_the_reason() {
        assertThatExceptionOfType(Exit.class)
                .isThrownBy(() -> new Start.Failed<>(BOOM).running())
                .extracting(Exit::reason)
                .isEqualTo(BOOM);
        assertThatExceptionOfType(Exit.class).isThrownBy(() -> new Start.Ignore<>().running());
    }
}
