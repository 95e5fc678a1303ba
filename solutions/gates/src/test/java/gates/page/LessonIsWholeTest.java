package gates.page;

import static org.assertj.core.api.Assertions.assertThat;

import gates.Finding;
import gates.Fixture;

import kata.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class LessonIsWholeTest {

    private static final String WHOLE =
            """
            # Numbers
            ## Where we are
            ```mermaid
            graph LR
            ```

            *In words: there is nothing yet.*
            ## The problem
            ## The idea
            ## Tasks
            1. **Add the numbers up**: all of them.
            2. **Find the largest number**, if there is one.
            ## Elixir beside Java
            ## Try it
            ```jshell
            jshell> 1
            ```
            ## What is still wrong, and traps
            ## Out of scope
            ## Further reading
            """;

    @TempDir private Path folder;

    @Test
    void a_whole_lesson_passes() throws IOException {
        assertThat(inspect(WHOLE)).isEmpty();
    }

    @Test
    void a_section_that_is_missing_is_found_by_the_list_of_headings() throws IOException {
        assertThat(inspect(WHOLE.replace("## The idea\n", "")))
                .singleElement()
                .extracting(Finding::problem)
                .asString()
                .contains("[Where we are, The problem, Tasks,");
    }

    @Test
    void the_sections_have_an_order() throws IOException {
        assertThat(
                        inspect(
                                WHOLE.replace(
                                        "## The problem\n## The idea\n",
                                        "## The idea\n## The problem\n")))
                .singleElement()
                .extracting(Finding::remedy)
                .asString()
                .contains("in this order: [Where we are, The problem, The idea,");
    }

    @Test
    void a_picture_is_told_in_words_right_after_it() throws IOException {
        assertThat(inspect(WHOLE.replace("*In words:", "Something else.\n\n*In words:")))
                .singleElement()
                .isEqualTo(
                        new Finding(
                                "part1/1-numbers/README.md:2",
                                "`Where we are` has no picture with a text alternative.",
                                "Draw the processes in a ```mermaid block, and begin the paragraph"
                                        + " right after it with `*In words:`."));
        assertThat(inspect(WHOLE.replace("```mermaid", "```text"))).hasSize(1);
    }

    @Test
    void a_task_begins_in_bold_with_its_title() throws IOException {
        assertThat(inspect(WHOLE.replace("**Add the numbers up**", "Add the numbers up")))
                .singleElement()
                .extracting(Finding::problem)
                .isEqualTo(
                        "The numbered tasks begin with [nothing in bold, Find the largest"
                                + " number].");
    }

    @Test
    void there_are_no_more_tasks_than_the_stage_has() throws IOException {
        assertThat(inspect(WHOLE.replace("## Elixir", "3. **Rest**\n\n## Elixir")))
                .singleElement()
                .extracting(Finding::where)
                .isEqualTo("part1/1-numbers/README.md:10");
    }

    @Test
    void there_is_a_session_to_try() throws IOException {
        assertThat(inspect(WHOLE.replace("```jshell", "```java")))
                .singleElement()
                .extracting(Finding::problem)
                .isEqualTo("`Try it` shows no session.");
    }

    private List<Finding> inspect(String lesson) throws IOException {
        Stage stage = Fixture.stage(folder);
        Files.writeString(stage.lesson(), lesson);
        return new LessonIsWhole().inspect(stage);
    }
}
