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

class ProseIsShortTest {

    @TempDir private Path folder;

    @Test
    void a_thousand_words_in_short_sentences_pass() throws IOException {
        assertThat(lesson("A short sentence of five words. ".repeat(166))).isEmpty();
    }

    @Test
    void a_lesson_with_more_words_is_too_long() throws IOException {
        assertThat(lesson("One two three four. ".repeat(251)))
                .singleElement()
                .extracting(Finding::where, Finding::problem)
                .containsExactly(
                        "part1/1-numbers/README.md:1",
                        "The lesson has 1004 words outside of code.");
    }

    @Test
    void code_and_bars_of_a_table_are_no_words() throws IOException {
        String code = "```java\n" + "int i; ".repeat(1_000) + "\n```\n";
        assertThat(lesson(code + "\n" + "| a | b |\n|---|---|\n" + "| c | d |\n".repeat(400)))
                .isEmpty();
    }

    @Test
    void what_is_folded_is_not_counted() throws IOException {
        String folded = "One two three four.\n".repeat(251);
        assertThat(lesson("<details><summary>Answer</summary>\n\n" + folded + "\n</details>\n"))
                .isEmpty();
        assertThat(lesson("<details>\n\n</details>\n\n" + folded)).hasSize(1);
    }

    @Test
    void half_of_the_sentences_may_not_be_long() throws IOException {
        String eighteen = "word ".repeat(17) + "end. ";
        assertThat(lesson("Short. Short. " + eighteen)).isEmpty();
        assertThat(lesson("Short. " + eighteen + eighteen))
                .singleElement()
                .extracting(Finding::problem)
                .isEqualTo("Half of the sentences have 18 words or more.");
    }

    @Test
    void a_list_and_a_heading_end_a_sentence() throws IOException {
        assertThat(lesson("- some words\n".repeat(20))).isEmpty();
    }

    @Test
    void a_hint_is_shorter_than_a_lesson() throws IOException {
        Stage stage = Fixture.stage(folder);
        Files.writeString(stage.lesson(), "# Numbers\n");
        Files.writeString(
                stage.hints(),
                "# Hints\n## Task 1: Add\n### A question\n" + "Why? ".repeat(161) + "\n");
        assertThat(new ProseIsShort().inspect(stage))
                .singleElement()
                .extracting(Finding::where, Finding::problem)
                .containsExactly(
                        "part1/1-numbers/HINTS.md:3", "The hint `A question` has 161 words.");
    }

    private List<Finding> lesson(String idea) throws IOException {
        Stage stage = Fixture.stage(folder);
        Files.writeString(stage.lesson(), "# Numbers\n## The idea\n" + idea);
        Files.writeString(stage.hints(), "# Hints\n");
        return new ProseIsShort().inspect(stage);
    }
}
