package gates.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import gates.Finding;
import gates.Fixture;

import kata.stage.KataException;
import kata.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

class SessionsComeOutAsPrintedTest {

    private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);

    @TempDir private Path folder;

    @Test
    void sessions_run_on_the_solution_whose_packages_are_imported() throws IOException {
        assertThat(
                        inspect(
                                LONG_ENOUGH,
                                """
                                ```jshell
                                jshell> var numbers = new Numbers(List.of(1, 2))
                                numbers ==> Numbers[all=[1, 2]]
                                jshell> numbers.sum()
                                $2 ==> 3
                                ```
                                And then, with a letter of another language:
                                ```jshell
                                jshell> for (int number : numbers.all()) {
                                   ...>     System.out.println("ä ✓ " + number);
                                   ...> }
                                ä ✓ 1
                                ä ✓ 2
                                jshell> numbers.nothing()
                                |  Error:
                                |  cannot find symbol
                                ...
                                ```
                                """))
                .isEmpty();
    }

    @Test
    void a_session_that_comes_out_otherwise_is_shown_line_by_line() throws IOException {
        assertThat(
                        inspect(
                                LONG_ENOUGH,
                                """
                                ```jshell
                                jshell> new Numbers(List.of(1, 2)).sum()
                                $1 ==> 4
                                ```
                                """))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.where()).isEqualTo("part1/1-numbers/README.md:3");
                    assertThat(finding.problem())
                            .isEqualTo(
                                    "The lesson shows `$1 ==> 4`, but jshell printed"
                                            + " `$1 ==> 3`.");
                    assertThat(finding.remedy()).contains("correct the solution");
                });
    }

    @Test
    void a_session_that_takes_too_long_is_ended_with_all_that_it_started() throws IOException {
        List<ProcessHandle> before = ProcessHandle.current().children().toList();
        assertThat(
                        inspect(
                                Duration.ofMillis(1),
                                """
                                ```jshell
                                jshell> Thread.sleep(Long.MAX_VALUE)
                                ```
                                """))
                .singleElement()
                .extracting(Finding::problem)
                .asString()
                .startsWith("`Thread.sleep(Long.MAX_VALUE)` was still running");
        // The operating system may take a moment to bury what was killed.
        await().atMost(Duration.ofMinutes(3))
                .until(() ->
                        ProcessHandle.current()
                                .children()
                                .noneMatch(process -> !before.contains(process)));
    }

    @Test
    void every_session_is_run() throws IOException {
        assertThat(inspect(LONG_ENOUGH, "```jshell no-run\njshell> 1\n```\n"))
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.where()).isEqualTo("part1/1-numbers/README.md:1"))
                .extracting(Finding::problem)
                .isEqualTo("The fence says `jshell no-run`, but every session is run.");
    }

    @Test
    void a_session_begins_with_a_prompt() throws IOException {
        assertThat(inspect(LONG_ENOUGH, "```jshell\nint x = 5\n```\n"))
                .singleElement()
                .extracting(Finding::problem)
                .isEqualTo("The session does not begin with a prompt.");
    }

    @Test
    void a_solution_that_does_not_compile_is_said_to_be_the_trouble() throws IOException {
        Stage stage = Fixture.stage(folder);
        Files.writeString(stage.solutionSources().resolve("numbers/Numbers.java"), "class {");
        Files.writeString(stage.lesson(), "```jshell\njshell> 1\n```\n");
        assertThatThrownBy(() -> new SessionsComeOutAsPrinted(LONG_ENOUGH).inspect(stage))
                .isInstanceOf(KataException.class)
                .hasMessageContaining("The solution of part1/1-numbers does not compile");
    }

    private List<Finding> inspect(Duration limit, String lesson) throws IOException {
        Stage stage = Fixture.stage(folder);
        Files.writeString(stage.lesson(), lesson);
        return new SessionsComeOutAsPrinted(limit).inspect(stage);
    }
}
