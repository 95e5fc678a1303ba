package kata.starter;

import static kata.starter.Solutions.starterOf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which private helpers leave a file together with a task's solution. */
class HelperPruningTest {

    @Test
    void helpers_leave_with_their_comments_and_all_that_only_they_used() {
        assertThat(
                        starterOf(
                                """
                                import java.util.List;

                                class Demo {

                                    private static final int SIX = 6; // half a dozen

                                    // Seven is prime.
                                    private static final int SEVEN = 7;
                                    private static final int EIGHT = 8;

                                    int answer() {
                                        // Task 1: answer.
                                        return product(new Pair(SIX, SEVEN));
                                        // End of task 1.
                                    }

                                    /** Multiplies. */
                                    @Deprecated
                                    private static int product(Pair pair) {
                                        return pair.product(1);
                                    }

                                    int eight() {
                                        return EIGHT;
                                    }

                                    /** Two numbers. */
                                    private record Pair(int one, int other) {

                                        private static final List<Pair> NONE = List.of();

                                        Pair {
                                            if (NONE.size() > one) {
                                                throw new IllegalArgumentException();
                                            }
                                        }

                                        int product(int factor) {
                                            return one * other * factor;
                                        }
                                    }
                                }
                                """))
                .isEqualTo(
                        """
                        class Demo {

                            private static final int EIGHT = 8;

                            int answer() {
                                // TODO 1: answer.
                                throw new UnsupportedOperationException("TODO 1: answer.");
                            }

                            int eight() {
                                return EIGHT;
                            }
                        }
                        """);
    }

    @Test
    void overloaded_helpers_are_told_apart() {
        assertThat(
                        starterOf(
                                """
                                class Demo {
                                    String answer() {
                                        String text = shown("x");
                                        // Task 1: answer.
                                        return text + shown(42);
                                        // End of task 1.
                                    }

                                    private String shown(int number) {
                                        return "" + number;
                                    }

                                    private String shown(String text) {
                                        return text;
                                    }
                                }
                                """))
                .contains("shown(String text)")
                .doesNotContain("shown(int number)");
    }

    @Test
    void helpers_that_call_themselves_and_each_other_leave_too() {
        assertThat(
                        starterOf(
                                """
                                class Demo {
                                    boolean answer() {
                                        // Task 1: answer.
                                        return even(42) && sum(42) > 0;
                                        // End of task 1.
                                    }

                                    private boolean even(int number) {
                                        return number == 0 || odd(number - 1);
                                    }

                                    private boolean odd(int number) {
                                        return number != 0 && even(number - 1);
                                    }

                                    private int sum(int number) {
                                        return number == 0 ? 0 : number + sum(number - 1);
                                    }
                                }
                                """))
                .isEqualTo(
                        """
                        class Demo {
                            boolean answer() {
                                // TODO 1: answer.
                                throw new UnsupportedOperationException("TODO 1: answer.");
                            }
                        }
                        """);
    }

    @Test
    void method_references_and_fields_count_as_uses() {
        assertThat(
                        starterOf(
                                """
                                import java.util.function.Supplier;

                                class Demo {
                                    private int stays = 1;
                                    private int leaves = 2;
                                    private int a = 1, b = 2;

                                    Supplier<Integer> answer() {
                                        Supplier<Integer> supplier = this::kept;
                                        // Task 1: answer.
                                        leaves = a + b + this.stays;
                                        return supplier.get() > 1 ? this::dropped : supplier;
                                        // End of task 1.
                                    }

                                    private int kept() {
                                        return this.stays;
                                    }

                                    private int dropped() {
                                        return leaves;
                                    }
                                }
                                """))
                .contains("private int stays = 1;\n    private int a = 1, b = 2;\n", "int kept()")
                .doesNotContain("leaves", "dropped");
    }
}
