package kata.starter;

import static kata.starter.Solutions.upTo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a file is when some of its tasks are solved. */
class SolvedTasksTest {

    @Test
    void solved_tasks_keep_their_solution_and_lose_their_fence() {
        String solution =
                """
                class Demo {
                    int one() {
                        // Task 1: return one.
                        return 1;
                        // End of task 1.
                    }

                    int two() {
                        // Task 2: return two.
                        return 2;
                        // End of task 2.
                    }
                }
                """;

        assertThat(upTo(1, 2, solution))
                .isEqualTo(
                        """
                        class Demo {
                            int one() {
                                return 1;
                            }

                            int two() {
                                // TODO 2: return two.
                                throw new UnsupportedOperationException("TODO 2: return two.");
                            }
                        }
                        """);
        assertThat(upTo(2, 2, solution))
                .isEqualTo(
                        """
                        class Demo {
                            int one() {
                                return 1;
                            }

                            int two() {
                                return 2;
                            }
                        }
                        """);
    }
}
