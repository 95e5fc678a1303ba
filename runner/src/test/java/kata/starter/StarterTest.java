package kata.starter;

import static kata.starter.Solutions.derivation;
import static kata.starter.Solutions.file;
import static kata.starter.Solutions.starterOf;
import static kata.starter.Solutions.upTo;

import static org.assertj.core.api.Assertions.assertThat;

import kata.stage.SourceFile;

import org.junit.jupiter.api.Test;

import java.util.List;

/** What stands in a solution's place. */
class StarterTest {

    @Test
    void a_todo_and_an_exception_stand_in_the_place_of_the_solution() {
        String starter =
                starterOf(
                        """
                        class Demo {

                            /** Returns the answer. */
                            int answer() {
                                int six = 6;
                                // Task 1: answer.
                                int seven = 7;
                                return six * seven;
                                // End of task 1.
                            }
                        }
                        """);

        assertThat(starter)
                .isEqualTo(
                        """
                        class Demo {

                            /** Returns the answer. */
                            int answer() {
                                int six = 6;
                                // TODO 1: answer.
                                throw new UnsupportedOperationException("TODO 1: answer.");
                            }
                        }
                        """);
    }

    @Test
    void a_file_that_is_a_solution_as_a_whole_is_there_once_its_task_is_solved() {
        SourceFile factory =
                file(
                        "demo/Demos.java",
                        """
                        class Demos {
                            Demo start() {
                                // Task 1: design it.
                                return new Demo();
                                // End of task 1.
                            }
                        }
                        """);
        SourceFile whole =
                file(
                        "demo/Demo.java",
                        """
                        // Task 1: design it.
                        package demo;

                        class Demo {}
                        // End of task 1.
                        """);

        assertThat(derivation(1, factory, whole).starter())
                .extracting(SourceFile::path)
                .containsExactly("demo/Demos.java");
        assertThat(derivation(1, factory, whole).plain().getLast().text())
                .isEqualTo("package demo;\n\nclass Demo {}\n");
    }

    @Test
    void an_exception_too_long_for_its_line_continues_on_the_next() {
        String starter =
                starterOf(
                        """
                        class Demo {
                            int answer() {
                                // Task 1: return the answer to life, the universe and everything else.
                                return 42;
                                // End of task 1.
                            }
                        }
                        """);

        assertThat(starter)
                .contains(
                        """
                                // TODO 1: return the answer to life, the universe and everything else.
                                throw new UnsupportedOperationException(
                                        "TODO 1: return the answer to life, the universe and everything else.");
                            }
                        """);
    }

    @Test
    void quotes_and_backslashes_of_the_sentence_are_escaped_in_the_exception_only() {
        String starter =
                starterOf(
                        """
                        class Demo {
                            String path() {
                                // Task 1: return "C:\\\\temp\\", a path.
                                return "C:\\\\temp\\\\";
                                // End of task 1.
                            }
                        }
                        """);

        assertThat(starter)
                .contains("// TODO 1: return \"C:\\\\temp\\\", a path.\n")
                .contains("(\"TODO 1: return \\\"C:\\\\\\\\temp\\\\\\\", a path.\");");
    }

    @Test
    void a_lambda_block_and_a_switch_block_may_hold_a_task() {
        String starter =
                upTo(
                        0,
                        2,
                        """
                        class Demo {
                            Runnable greet(int hour) {
                                return () -> {
                                    // Task 1: greet.
                                    System.out.println("hello");
                                    // End of task 1.
                                };
                            }

                            String greeting(int hour) {
                                switch (hour) {
                                    case 6:
                                        // Task 2: good morning.
                                        return "good morning";
                                        // End of task 2.
                                    default:
                                        return "hello";
                                }
                            }
                        }
                        """);

        assertThat(starter)
                .contains(
                        """
                                return () -> {
                                    // TODO 1: greet.
                                    throw new UnsupportedOperationException("TODO 1: greet.");
                                };
                        """)
                .contains(
                        """
                                    case 6:
                                        // TODO 2: good morning.
                                        throw new UnsupportedOperationException("TODO 2: good morning.");
                                    default:
                        """);
    }

    @Test
    void a_task_may_have_several_places_in_several_files() {
        SourceFile one =
                file(
                        "demo/One.java",
                        """
                        package demo;

                        class One {
                            int one() {
                                // Task 1: return one.
                                return 1;
                                // End of task 1.
                            }

                            int two() {
                                // Task 1: return two.
                                return 2;
                                // End of task 1.
                            }
                        }
                        """);
        SourceFile other =
                file(
                        "demo/Other.java",
                        """
                        package demo;

                        class Other {
                            int three() {
                                // Task 1: return three.
                                return 3;
                                // End of task 1.
                            }
                        }
                        """);

        List<SourceFile> starter = derivation(1, one, other).starter();

        assertThat(starter).extracting(SourceFile::path).containsExactly(one.path(), other.path());
        assertThat(starter.getFirst().text())
                .contains("TODO 1: return one.", "TODO 1: return two.");
        assertThat(starter.getLast().text())
                .contains("TODO 1: return three.")
                .doesNotContain("return 3");
    }
}
