package kata.starter;

import static kata.starter.Solutions.starterOf;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import kata.stage.KataException;

import org.junit.jupiter.api.Test;

/** What is wrong with fences. */
class FenceReaderTest {

    @Test
    void a_task_that_does_not_end_is_refused() {
        refuses(
                "// Task 1: answer.\nreturn 42;",
                "demo/Demo.java, line 3: task 1 begins here and does not end; end it with '// End"
                        + " of task 1.'.");
    }

    @Test
    void an_end_without_a_beginning_is_refused() {
        refuses(
                "return 42;\n// End of task 1.",
                "demo/Demo.java, line 4: task 1 ends here and never began;");
    }

    @Test
    void a_task_inside_another_is_refused() {
        refuses(
                "// Task 1: answer.\n"
                        + "// Task 2: answer.\n"
                        + "return 42;\n"
                        + "// End of task 2.\n"
                        + "// End of task 1.",
                "demo/Demo.java, line 4: task 2 begins before task 1 has ended;");
    }

    @Test
    void an_end_of_another_task_is_refused() {
        refuses(
                "// Task 1: answer.\nreturn 42;\n// End of task 2.",
                "demo/Demo.java, line 5: task 2 ends here, but task 1 is the one that began on line"
                        + " 3.");
    }

    @Test
    void a_task_that_says_nothing_is_refused() {
        refuses(
                "// Task 1:\nreturn 42;\n// End of task 1.",
                "demo/Demo.java, line 3: task 1 says nothing; write what must hold after '// Task"
                        + " 1:'.");
    }

    @Test
    void a_fence_behind_code_is_refused() {
        refuses(
                "int x = 1; // Task 1: answer.\nreturn 42;\n// End of task 1.",
                "demo/Demo.java, line 3: '// Task 1: answer.' stands behind code; give it a line of"
                        + " its own.");
    }

    @Test
    void a_task_that_is_not_defined_is_refused() {
        refuses(
                "// Task 1: answer.\n"
                        + "// End of task 1.\n"
                        + "// Task 2: answer.\n"
                        + "return 42;\n"
                        + "// End of task 2.",
                "demo/Demo.java, line 5: stages.yaml gives stage part1/1-demo no task 2;");
    }

    @Test
    void a_defined_task_without_a_fence_is_refused() {
        refuses(
                "return 42;",
                "No comment '// Task 1: ...' stands in kata/solutions/part1/1-demo/src/main/java,"
                        + " but stages.yaml gives stage part1/1-demo that task ('Do thing 1');");
    }

    @Test
    void a_number_that_no_task_can_have_is_refused() {
        refuses(
                "// Task 99999999999: answer.\nreturn 42;\n// End of task 99999999999.",
                "demo/Demo.java, line 3: there is no task 99999999999.");
    }

    private static void refuses(String body, String message) {
        String solution = "class Demo {\nint answer() {\n%s\n}\n}\n".formatted(body);
        assertThatExceptionOfType(KataException.class)
                .isThrownBy(() -> starterOf(solution))
                .withMessageContaining(message);
    }
}
