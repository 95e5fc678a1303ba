package gates.page;

import static org.assertj.core.api.Assertions.assertThat;

import gates.Finding;
import gates.Fixture;

import kata.stage.Stage;
import kata.stage.StagesYaml;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class HintsAreWholeTest {

    private static final String WHOLE =
            """
            # Hints

            ## Task 1: Add the numbers up
            ### A question
            What is the sum of none?
            ### The concept
            A fold.
            ### The code
            ```java
            return all.stream().mapToInt(n -> n).sum();
            ```

            ## Task 2: Find the largest number
            ### A question
            Is there always one?
            ### The concept
            An optional.
            ### The code
            ```java
            return all.stream().max(Integer::compare);
            ```
            """;

    @TempDir private Path folder;

    @Test
    void whole_hints_pass() throws IOException {
        assertThat(inspect(WHOLE)).isEmpty();
    }

    @Test
    void every_task_has_its_heading() throws IOException {
        assertThat(inspect(WHOLE.replace("Find the largest number", "Find it")))
                .singleElement()
                .extracting(Finding::problem)
                .isEqualTo(
                        "The tasks' headings are [Task 1: Add the numbers up, Task 2: Find it].");
    }

    @Test
    void a_task_has_neither_more_nor_fewer_hints_than_three() throws IOException {
        assertThat(inspect(WHOLE.replaceFirst("### The concept\nA fold.\n", "")))
                .singleElement()
                .isEqualTo(
                        new Finding(
                                "part1/1-numbers/HINTS.md:3",
                                "`Task 1: Add the numbers up` has the hints [A question, The"
                                        + " code].",
                                "Give it exactly these third-level headings: [A question, The"
                                        + " concept, The code]."));
        assertThat(inspect(WHOLE + "### One more\nThe answer.\n")).hasSize(1);
    }

    @Test
    void a_hint_is_not_empty() throws IOException {
        assertThat(inspect(WHOLE.replace("A fold.\n", "")))
                .singleElement()
                .extracting(Finding::problem)
                .isEqualTo("The hint `The concept` of `Task 1: Add the numbers up` is empty.");
    }

    @Test
    void the_code_is_java() throws IOException {
        assertThat(inspect(WHOLE.replaceFirst("```java", "```elixir")))
                .singleElement()
                .extracting(Finding::where, Finding::problem)
                .containsExactly(
                        "part1/1-numbers/HINTS.md:8",
                        "The hint `The code` of `Task 1: Add the numbers up` shows no Java.");
    }

    @Test
    void a_transfer_stage_has_three_questions_at_least() throws IOException {
        Stage sound = Fixture.stage(folder);
        Fixture.replace(folder.resolve(StagesYaml.NAME), "fresh: true", "transfer: true");
        Files.writeString(
                sound.hints(),
                """
                # Hints

                ## Task 1: Add the numbers up
                ### Which messages?
                One.
                ### Which state?
                A number.

                ## Task 2: Find the largest number
                ### Which messages?
                One.
                ### Which state?
                A number.
                ### Who keeps it?
                A process.
                """);

        assertThat(new HintsAreWhole().inspect(StagesYaml.read(folder).stage("part1/1-numbers")))
                .singleElement()
                .extracting(Finding::problem)
                .isEqualTo("`Task 1: Add the numbers up` has 2 questions, or shows Java.");
    }

    private List<Finding> inspect(String hints) throws IOException {
        Stage stage = Fixture.stage(folder);
        Files.writeString(stage.hints(), hints);
        return new HintsAreWhole().inspect(stage);
    }
}
