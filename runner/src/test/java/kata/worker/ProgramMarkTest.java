package kata.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import kata.Patience;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;

class ProgramMarkTest {

    /** Whoever ends what has a mark must never end what is somebody else's. */
    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1024, 1L << 32})
    void no_mark_is_a_limit_that_somebody_may_have_set(long limit) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ProgramMark(limit));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void what_has_another_mark_or_none_lives_on() throws IOException {
        ProgramMark mark = ProgramMark.another();
        Process marked = program(mark);
        Process other = program(ProgramMark.another());
        Process unmarked = new ProcessBuilder("sleep", "60").start();
        try {
            // Until its limit is set, it has no mark.
            await().atMost(Patience.LIMIT)
                    .until(() -> {
                        mark.endPrograms();
                        return !marked.isAlive();
                    });
            assertThat(other.isAlive()).isTrue();
            assertThat(unmarked.isAlive()).isTrue();
        } finally {
            other.destroyForcibly();
            unmarked.destroyForcibly();
        }
    }

    private static Process program(ProgramMark mark) throws IOException {
        var builder = new ProcessBuilder("sleep", "60");
        mark.putOn(builder);
        return builder.start();
    }
}
