package kata.starter;

import static kata.starter.Solutions.starterOf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a starter keeps of its solution, character by character. */
class UntouchedTextTest {

    @Test
    void every_other_character_stays_as_it_is() {
        String solution =
                """
                class Demo   {\t// spaces, a tab, and a line that ends in blanks:  \s
                    String größe = "Straße \\u00e9 \uD83D\uDE00";


                    int   answer( ) {
                        // Task 1: sag „zweiundvierzig“.
                        return 42;
                        // End of task 1.
                    }
                }\
                """;

        assertThat(starterOf(solution))
                .isEqualTo(
                        solution.replace("// Task", "// TODO")
                                .replace(
                                        "return 42;\n        // End of task 1.",
                                        "throw new UnsupportedOperationException("
                                                + "\"TODO 1: sag „zweiundvierzig“.\");"));
    }

    @Test
    void the_line_ends_of_the_solution_stay() {
        String solution =
                """
                import java.util.List;

                class Demo {
                    int answer() {
                        // Task 1: return the answer.
                        return List.of(42).size();
                        // End of task 1.
                    }
                }
                """;

        assertThat(starterOf(solution.replace("\n", "\r\n")))
                .isEqualTo(starterOf(solution).replace("\n", "\r\n"))
                .doesNotContain("import");
    }
}
