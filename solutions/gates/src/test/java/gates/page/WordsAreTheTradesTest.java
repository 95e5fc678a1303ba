package gates.page;

import static org.assertj.core.api.Assertions.assertThat;

import gates.Finding;
import gates.Fixture;

import kata.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class WordsAreTheTradesTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Five restarts are borne.          | borne | allowed
                    **Whoever** asks is answered.     | whoever | the process or the person that is meant
                    - It begins anew.                 | anew | again
                    """)
    void a_word_that_is_not_used_is_found_with_its_replacement(
            String idea, String word, String instead) throws IOException {
        assertThat(inspect(idea))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.where()).isEqualTo("part1/1-numbers/README.md:2, The idea");
                    assertThat(finding.problem()).startsWith("This says `%s`: ".formatted(word));
                    assertThat(finding.remedy()).isEqualTo("Write instead: %s.".formatted(instead));
                });
    }

    @Test
    void parts_of_words_and_code_are_left_alone() throws IOException {
        assertThat(inspect("Airborne.\n\n```java\nanew();\n```\n")).isEmpty();
    }

    @Test
    void the_words_of_a_picture_are_inspected_as_well() throws IOException {
        assertThat(inspect("```mermaid\nflowchart LR\n    a -- if nobody asks --> b\n```\n"))
                .hasSize(1);
    }

    @Test
    void hints_are_inspected_as_well() throws IOException {
        Stage stage = Fixture.stage(folder);
        Files.writeString(stage.lesson(), "# Numbers\n");
        Files.writeString(stage.hints(), "# Hints\n## Task 1: Add\n### A question\nSimply add.\n");
        assertThat(new WordsAreTheTrades().inspect(stage)).hasSize(1);
    }

    private List<Finding> inspect(String idea) throws IOException {
        Stage stage = Fixture.stage(folder);
        Files.writeString(stage.lesson(), "# Numbers\n## The idea\n" + idea);
        Files.writeString(stage.hints(), "# Hints\n");
        return new WordsAreTheTrades().inspect(stage);
    }
}
