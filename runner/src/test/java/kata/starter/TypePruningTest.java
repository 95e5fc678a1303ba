package kata.starter;

import static kata.starter.Solutions.starterOf;
import static kata.starter.Solutions.upTo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What leaves a type, or leaves with it, when a task's solution is cut out. */
class TypePruningTest {

    @Test
    void members_of_a_private_type_that_stays_leave_one_by_one() {
        assertThat(
                        starterOf(
                                """
                                class Demo {
                                    private final Box box = new Box();

                                    int answer() {
                                        box.open();
                                        // Task 1: answer.
                                        return box.content();
                                        // End of task 1.
                                    }

                                    private static final class Box {
                                        private int content() {
                                            return 42;
                                        }

                                        private void open() {}
                                    }
                                }
                                """))
                .contains("private static final class Box {\n        private void open() {}\n    }")
                .doesNotContain("content");
    }

    @Test
    void the_private_kinds_of_a_sealed_type_stay_with_it() {
        assertThat(
                        starterOf(
                                """
                                class Demo {
                                    private sealed interface Message {}

                                    private record Get() implements Message {}

                                    private record Put(int number) implements Message {}

                                    int handle(Object any) {
                                        Message message = (Message) any;
                                        // Task 1: handle it.
                                        return switch (message) {
                                            case Get() -> 42;
                                            case Put(int number) -> number;
                                        };
                                        // End of task 1.
                                    }
                                }
                                """))
                .contains("record Get()", "record Put(int number)");
    }

    @Test
    void the_components_of_a_record_stay() {
        assertThat(
                        starterOf(
                                """
                                record Demo(int number, String text) {
                                    int answer() {
                                        // Task 1: answer.
                                        return number + text.length();
                                        // End of task 1.
                                    }
                                }
                                """))
                .startsWith("record Demo(int number, String text) {\n");
    }

    @Test
    void private_members_inside_a_solution_leave_only_with_it() {
        String solution =
                """
                class Demo {
                    int one() {
                        // Task 1: return one.
                        class Local {
                            private int number() {
                                return 1;
                            }
                        }
                        return new Local().number();
                        // End of task 1.
                    }

                    int two() {
                        // Task 2: return two.
                        return 2;
                        // End of task 2.
                    }
                }
                """;

        assertThat(upTo(0, 2, solution)).doesNotContain("Local");
        assertThat(upTo(1, 2, solution)).contains("private int number()");
    }

    @Test
    void the_only_members_of_a_type_leave_no_gap_behind() {
        assertThat(
                        starterOf(
                                """
                                interface Demo {
                                    static int answer() {
                                        // Task 1: answer.
                                        return Constants.SIX;
                                        // End of task 1.
                                    }

                                    final class Constants {
                                        private static final int SIX = 6;
                                    }
                                }
                                """))
                .contains("    final class Constants {}\n");
    }
}
