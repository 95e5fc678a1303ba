package gates.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kata.stage.KataException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

class LessonTest {

    private static final Lesson LESSON =
            Lesson.parse(
                    Path.of("README.md"),
                    """
                    # The *cache*

                    ## What `call` does, and why?
                    A [link](a.md) and ![a picture](b.png).

                    ## Try it
                    ```jshell
                    jshell> 1
                    ```

                    ### Try it
                    - ```java no-run
                      int x;
                      ```

                    ## Try it
                    The end: [last
                    link](#try-it)
                    """);

    @Test
    void headings_are_words_without_markup() {
        assertThat(LESSON.title()).contains("The cache");
        assertThat(LESSON.headings())
                .contains(new Heading(2, "What call does, and why?", "what-call-does-and-why", 3));
    }

    @Test
    void anchors_that_repeat_are_numbered() {
        assertThat(LESSON.headings())
                .extracting(Heading::anchor)
                .endsWith("try-it", "try-it-1", "try-it-2");
        assertThat(LESSON.hasAnchor("try-it-2")).isTrue();
        assertThat(LESSON.hasAnchor("try-it-3")).isFalse();
    }

    @Test
    void an_anchor_never_takes_that_of_another_heading() {
        Lesson lesson = Lesson.parse(Path.of("a.md"), "# a-1\n# a\n# a\n");
        assertThat(lesson.headings())
                .extracting(Heading::anchor)
                .containsExactly("a-1", "a", "a-2");
    }

    @Test
    void anchors_keep_letters_of_every_language_underscores_and_double_hyphens() {
        Lesson lesson = Lesson.parse(Path.of("a.md"), "# Für `one_for_one` – 2×\n");
        assertThat(lesson.hasAnchor("für-one_for_one--2")).isTrue();
    }

    @Test
    void code_blocks_know_their_language_and_their_lines() {
        assertThat(LESSON.codeBlocks("jshell"))
                .singleElement()
                .satisfies(block -> assertThat(block.lines()).containsExactly("jshell> 1"))
                .satisfies(block -> assertThat(block.firstLine()).isEqualTo(8));
        assertThat(LESSON.codeBlocks("java"))
                .singleElement()
                .satisfies(block -> assertThat(block.info()).isEqualTo("java no-run"))
                .satisfies(block -> assertThat(block.fenceLine()).isEqualTo(12));
    }

    @Test
    void links_and_images_know_where_they_lead_and_stand() {
        assertThat(LESSON.links())
                .containsExactly(
                        new Link("a.md", 4), new Link("b.png", 4), new Link("#try-it", 17));
    }

    @Test
    void a_section_ends_where_the_next_of_its_level_begins() {
        assertThat(LESSON.section("Try it").orElseThrow().content()).hasSize(3);
        assertThat(LESSON.section("Try it").orElseThrow().parts(3))
                .extracting(Section::title)
                .containsExactly("Try it");
    }

    @Test
    void a_missing_page_is_named(@TempDir Path folder) {
        assertThatThrownBy(() -> Lesson.read(folder.resolve("HINTS.md")))
                .isInstanceOf(KataException.class)
                .hasMessageEndingWith("HINTS.md; write it.");
    }
}
