package kata.starter;

import static kata.starter.Solutions.starterOf;
import static kata.starter.Solutions.upTo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which imports leave a file together with a task's solution. */
class ImportsTest {

    @Test
    void a_starter_has_no_import_that_only_the_solution_used() {
        assertThat(
                        starterOf(
                                """
                                package demo;

                                import static java.util.Map.entry;
                                import static java.util.Objects.requireNonNull;

                                import java.util.ArrayList;
                                import java.util.List;
                                import java.util.Map;
                                import java.util.Map.Entry;

                                class Demo {
                                    Entry<String, Integer> entry(List<Integer> numbers) {
                                        requireNonNull(numbers);
                                        // Task 1: count them.
                                        return entry("count", new ArrayList<>(numbers).size());
                                        // End of task 1.
                                    }

                                    Entry<String, Integer> entry(String text, int number) {
                                        // Task 1: pair them.
                                        return Map.entry(text, number);
                                        // End of task 1.
                                    }
                                }
                                """))
                .startsWith(
                        """
                        package demo;

                        import static java.util.Map.entry;
                        import static java.util.Objects.requireNonNull;

                        import java.util.List;
                        import java.util.Map.Entry;

                        class Demo {
                        """);
    }

    @Test
    void an_import_stays_as_long_as_its_name_is_a_word_of_the_starter() {
        assertThat(
                        starterOf(
                                """
                                package demo;

                                import static java.lang.Math.max;

                                class Demo {
                                    int larger(int one, int max) {
                                        int sum = one + max;
                                        // Task 1: return the larger.
                                        return max(one, sum);
                                        // End of task 1.
                                    }
                                }
                                """))
                .startsWith("package demo;\n\nimport static java.lang.Math.max;\n\nclass Demo {\n");
    }

    @Test
    void imports_on_demand_stay() {
        assertThat(
                        starterOf(
                                """
                                import static java.lang.Math.*;

                                import java.util.*;

                                class Demo {
                                    int one() {
                                        // Task 1: return one.
                                        return max(0, List.of(1).getFirst());
                                        // End of task 1.
                                    }
                                }
                                """))
                .startsWith(
                        """
                        import static java.lang.Math.*;

                        import java.util.*;

                        class Demo {
                        """);
    }

    @Test
    void an_import_that_documentation_names_stays() {
        assertThat(
                        starterOf(
                                """
                                import java.io.IOException;
                                import java.io.UncheckedIOException;
                                import java.util.ArrayDeque;
                                import java.util.Deque;
                                import java.util.LinkedList;
                                import java.util.TreeMap;

                                /** A {@link Deque}. */
                                class Demo {
                                    /**
                                     * Answers, unlike {@link String#compareTo(Object) LinkedList}.
                                     *
                                     * @throws UncheckedIOException never
                                     * @see ArrayDeque
                                     */
                                    int answer() {
                                        // Task 1: answer.
                                        Deque<Integer> all = new ArrayDeque<>(new LinkedList<>());
                                        new TreeMap<Integer, Integer>();
                                        if (all.isEmpty()) {
                                            throw new UncheckedIOException(new IOException());
                                        }
                                        return 42;
                                        // End of task 1.
                                    }
                                }
                                """))
                .startsWith(
                        """
                        import java.io.UncheckedIOException;
                        import java.util.ArrayDeque;
                        import java.util.Deque;
                        import java.util.LinkedList;

                        /** A {@link Deque}. */
                        """);
    }

    @Test
    void where_all_imports_leave_no_gap_stays() {
        assertThat(
                        starterOf(
                                """
                                package demo;

                                import java.util.List;

                                class Demo {
                                    int one() {
                                        // Task 1: return one.
                                        return List.of(1).getFirst();
                                        // End of task 1.
                                    }
                                }
                                """))
                .startsWith("package demo;\n\nclass Demo {\n");
    }

    @Test
    void imports_come_back_with_the_task_that_uses_them() {
        String solution =
                """
                import java.util.List;
                import java.util.Set;

                class Demo {
                    int one() {
                        // Task 1: return one.
                        return List.of(1).getFirst();
                        // End of task 1.
                    }

                    int two() {
                        // Task 2: return two.
                        return Set.of(1, 2).size();
                        // End of task 2.
                    }
                }
                """;

        assertThat(upTo(0, 2, solution)).startsWith("class Demo {\n");
        assertThat(upTo(1, 2, solution)).startsWith("import java.util.List;\n\nclass Demo {\n");
        assertThat(upTo(2, 2, solution))
                .startsWith("import java.util.List;\nimport java.util.Set;\n\nclass Demo {\n");
    }
}
