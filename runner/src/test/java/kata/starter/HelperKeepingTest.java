package kata.starter;

import static kata.starter.Solutions.starterOf;
import static kata.starter.Solutions.upTo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which private helpers stay although a task's solution that used them is cut out. */
class HelperKeepingTest {

    @Test
    void a_helper_of_two_tasks_stays_while_one_of_them_is_solved() {
        String solution =
                """
                class Demo {
                    int one() {
                        // Task 1: return one.
                        return half(2);
                        // End of task 1.
                    }

                    int two() {
                        // Task 2: return two.
                        return half(4);
                        // End of task 2.
                    }

                    private int half(int number) {
                        return number / 2;
                    }
                }
                """;

        assertThat(upTo(0, 2, solution)).doesNotContain("half");
        assertThat(upTo(1, 2, solution)).contains("private int half", "return half(2)");
    }

    @Test
    void a_helper_that_is_a_task_itself_stays_even_if_only_a_solution_used_it() {
        assertThat(
                        upTo(
                                0,
                                2,
                                """
                                class Demo {
                                    int answer() {
                                        // Task 1: answer.
                                        return product(6, 7);
                                        // End of task 1.
                                    }

                                    private int product(int one, int other) {
                                        // Task 2: multiply.
                                        return one * other;
                                        // End of task 2.
                                    }
                                }
                                """))
                .contains(
                        "private int product(int one, int other) {\n        // TODO 2: multiply.");
    }

    @Test
    void what_nothing_ever_used_stays_with_all_that_it_uses() {
        String starter =
                starterOf(
                        """
                        import java.util.List;
                        import java.util.Set;

                        class Demo implements java.io.Serializable {
                            private static final long serialVersionUID = 1L;

                            private Demo() {}

                            int answer() {
                                // Task 1: answer.
                                return new Demo().size();
                                // End of task 1.
                            }

                            private int forgotten() {
                                return size() + Set.of().size();
                            }

                            private int size() {
                                return List.of().size();
                            }
                        }
                        """);

        assertThat(starter)
                .contains(
                        "serialVersionUID", "private Demo() {}", "forgotten", "private int size()")
                .contains("import java.util.List;\nimport java.util.Set;\n");
    }

    @Test
    void a_helper_that_documentation_links_to_stays() {
        assertThat(
                        starterOf(
                                """
                                class Demo {
                                    /** Answers like {@link #answer(int)}, with {@value #FACTOR}. */
                                    int answer() {
                                        // Task 1: answer.
                                        return answer(21) * FACTOR * ONE;
                                        // End of task 1.
                                    }

                                    private static final int FACTOR = 2;
                                    private static final int ONE = 1;

                                    private int answer(int number) {
                                        return number;
                                    }
                                }
                                """))
                .contains("FACTOR = 2", "private int answer(int number)")
                .doesNotContain("ONE");
    }
}
