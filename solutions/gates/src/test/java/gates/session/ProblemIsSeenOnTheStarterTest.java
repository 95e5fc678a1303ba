package gates.session;

import static org.assertj.core.api.Assertions.assertThat;

import gates.Finding;
import gates.Fixture;

import kata.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

class ProblemIsSeenOnTheStarterTest {

    private static final String CALLS_A_TASK =
            """
            ```jshell
            jshell> new Numbers(List.of(1, 2)).sum()
            $1 ==> 3
            ```
            """;

    @TempDir private Path folder;

    @Test
    void a_problem_that_the_starter_shows_is_fine() throws IOException {
        assertThat(
                        inspect(
                                """
                                ## The problem
                                ```jshell
                                jshell> new Numbers(List.of(1, 2))
                                $1 ==> Numbers[all=[1, 2]]
                                ```
                                """))
                .isEmpty();
    }

    @Test
    void a_problem_that_calls_what_is_not_written_yet_is_told() throws IOException {
        assertThat(inspect("## The problem\n" + CALLS_A_TASK))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.where()).isEqualTo("part1/1-numbers/README.md:4");
                    assertThat(finding.problem()).contains("The lesson shows `$1 ==> 3`");
                    assertThat(finding.remedy()).contains("./kata shell --on solution");
                });
    }

    @Test
    void a_problem_that_names_the_shell_on_the_solution_may_need_it() throws IOException {
        assertThat(
                        inspect(
                                """
                                ## The problem
                                Type it into `./kata shell --on solution part1/1-numbers`:
                                it needs the sum.
                                """
                                        + CALLS_A_TASK))
                .isEmpty();
    }

    @Test
    void what_comes_after_the_problem_may_need_the_solution() throws IOException {
        assertThat(inspect("## The problem\nNo sum.\n## Try it\n" + CALLS_A_TASK)).isEmpty();
    }

    private List<Finding> inspect(String lesson) throws IOException {
        Stage stage = Fixture.stage(folder);
        Files.writeString(stage.lesson(), lesson);
        return new ProblemIsSeenOnTheStarter(Duration.ofMinutes(2)).inspect(stage);
    }
}
