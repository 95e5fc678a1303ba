package kata.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import kata.Fixture;
import kata.stage.Kata;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

class LessonHtmlTest {

    @TempDir private Path folder;

    private Kata kata;

    @BeforeEach
    void write_a_kata() {
        kata = Fixture.kata(folder);
    }

    @Test
    void a_link_to_a_file_leads_to_it() {
        assertThat(html("[code](src/main/java/numbers/Numbers.java)"))
                .contains("data-file=\"part1/1-numbers/src/main/java/numbers/Numbers.java\"");
    }

    @Test
    void a_link_to_the_hints_leads_to_them_and_not_to_the_file_with_all_of_them() {
        assertThat(html("[hints](HINTS.md)"))
                .contains("data-hints=\"\"")
                .doesNotContain("data-file");
    }

    @Test
    void the_hints_of_another_stage_are_a_file_as_any_other() {
        assertThat(html("[hints](../2-average/HINTS.md)"))
                .contains("data-file=\"part1/2-average/HINTS.md\"")
                .doesNotContain("data-hints");
    }

    private String html(String markdown) {
        return LessonHtml.of(kata, kata.stage("part1/1-numbers").folder(), markdown).html();
    }
}
