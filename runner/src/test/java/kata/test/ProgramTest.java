package kata.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import kata.Fixture;
import kata.compile.Compilation;
import kata.compile.StageCode;
import kata.stage.Kata;
import kata.stage.KataException;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

class ProgramTest {

    private static Compilation unsolved;

    @BeforeAll
    static void compile(@TempDir Path folder) {
        Kata kata = Fixture.kata(folder, "with-a-program");
        StageCode code = StageCode.learner(kata.stage("part3/5-ets-registry"));
        unsolved = Compilation.of(code);
    }

    @Test
    void what_it_throws_is_thrown() {
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> Program.of(unsolved, "demo.Demo").run("here"))
                .withMessage("TODO 1: return the greeting.");
    }

    @Test
    void its_classes_are_at_hand_in_the_thread_as_long_as_it_runs() {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> Program.of(unsolved, "demo.Demo").run("here"));
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    }

    @Test
    void a_class_that_is_not_there_is_named() {
        assertThatExceptionOfType(KataException.class)
                .isThrownBy(() -> Program.of(unsolved, "demo.Tour"))
                .withMessage(
                        "The code of part3/5-ets-registry has no class demo.Tour: get it back, for"
                                + " example with git.");
    }
}
