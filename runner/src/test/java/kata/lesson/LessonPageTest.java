package kata.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kata.Fixture;
import kata.stage.KataException;
import kata.stage.Stage;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class LessonPageTest {

    @TempDir private Path folder;

    private Stage stage;

    @BeforeEach
    void write_a_kata() {
        stage = Fixture.stage(folder);
    }

    @Test
    void headings_have_the_anchors_that_links_lead_to() throws IOException {
        assertThat(page("## The idea\n\nSee [the idea](#the-idea).\n"))
                .contains(
                        "<h2 id=\"the-idea\">The idea</h2>", "<a href=\"#the-idea\">the idea</a>");
    }

    @Test
    void links_to_files_lead_to_where_they_lead_in_the_lesson() throws IOException {
        assertThat(page("[other](../2-average/README.md) ![tree](tree.svg) [otp](https://a.org/)"))
                .contains(
                        "<a href=\"%s\">other</a>".formatted(uri("part1/2-average/README.md")),
                        "src=\"%s\"".formatted(uri("part1/1-numbers/tree.svg")),
                        "<a href=\"https://a.org/\">otp</a>");
    }

    @Test
    void tables_are_tables_and_code_is_code() throws IOException {
        assertThat(page("| a | b |\n|---|---|\n| 1 | 2 |\n\n```java\nList<String> all;\n```\n"))
                .contains(
                        "<td>1</td>",
                        "<code data-language=\"java\">List&lt;String&gt; all;\n</code>");
    }

    @Test
    void pictures_are_drawn() throws IOException {
        assertThat(page("```mermaid\nflowchart LR\n    cache --> server\n```\n"))
                .contains("<svg", "<desc>cache to server.</desc>")
                .doesNotContain("flowchart");
    }

    @Test
    void the_page_is_titled_and_stands_below_the_katas_own_folder() throws IOException {
        assertThat(page("100%")).contains("<title>Numbers and what they come to</title>", "100%");
        assertThat(folder.resolve(".kata/lesson/part1/1-numbers.html")).exists();
    }

    @Test
    void a_page_that_cannot_be_written_is_named() throws IOException {
        Files.writeString(folder.resolve(".kata"), "not a folder");
        assertThatThrownBy(() -> LessonPage.write(stage))
                .isInstanceOf(KataException.class)
                .hasMessageContaining("1-numbers.html cannot be written (");
    }

    private String page(String lesson) throws IOException {
        Files.writeString(stage.lesson(), lesson);
        return Files.readString(LessonPage.write(stage));
    }

    private String uri(String path) {
        return folder.toUri().resolve(path).toString();
    }
}
