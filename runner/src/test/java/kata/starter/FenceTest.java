package kata.starter;

import static kata.starter.Solutions.starterOf;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import kata.stage.KataException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with fences. */
class FenceTest {

    private static final String MISFIT =
            "demo/Demo.java: the comments that mark the tasks do not fit each other.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "// Task 1: answer.\nreturn 42;",
                "return 42;\n// End of task 1.",
                "// Task 1: one.\n"
                        + "// Task 2: two.\n"
                        + "return 42;\n"
                        + "// End of task 2.\n"
                        + "// End of task 1.",
                "// Task 1: answer.\nreturn 42;\n// End of task 2.",
                "// Task 1:\nreturn 42;\n// End of task 1.",
                "int x = 1; // Task 1: answer.\nreturn 42;\n// End of task 1.",
                "// Task 99999999999: answer.\nreturn 42;\n// End of task 99999999999."
            })
    void comments_that_do_not_fit_each_other_are_refused(String body) {
        refuses(body, MISFIT);
    }

    @Test
    void tasks_that_are_not_those_of_the_stage_are_refused() {
        refuses(
                "// Task 2: answer.\nreturn 42;\n// End of task 2.",
                "stages.yaml gives stage part1/1-demo the tasks [1], but its solution in"
                        + " kata/solutions/part1/1-demo/src/main/java marks [2].");
        refuses("return 42;", "marks [].");
    }

    private static void refuses(String body, String message) {
        String solution = "class Demo {\nint answer() {\n%s\n}\n}\n".formatted(body);
        assertThatExceptionOfType(KataException.class)
                .isThrownBy(() -> starterOf(solution))
                .withMessageContaining(message);
    }
}
