package gates.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gates.Fixture;

import kata.stage.Kata;
import kata.stage.KataException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

class StageMapTest {

    private static final String EMPTY =
            "# Kata\n<!-- stages -->\n<!-- end of stages -->\nAnd more.\n";

    @TempDir private Path folder;

    private Kata kata;

    @BeforeEach
    void write_a_kata() {
        kata = Fixture.kata(folder);
    }

    @Test
    void stages_to_come_are_told_apart_in_words_and_not_linked() {
        assertThat(StageMap.render(kata))
                .isEqualTo(
                        """
                        ### part1: Numbers

                        | stage | what you build | afterwards you can | words | lines |
                        |---|---|---|--:|--:|
                        | [1-numbers](part1/1-numbers/README.md) | Numbers and what they come to | fold a list | 3 | 2 |
                        | [2-average](part1/2-average/README.md) | Their average | divide | - | 1 |
                        | 3-median (to come) | Their median | sort | - | - |
                        """);
    }

    @Test
    void a_page_keeps_what_stands_around_the_map() {
        assertThat(StageMap.rewrite(EMPTY, kata))
                .isEqualTo(
                        "# Kata\n<!-- stages -->\n\n%s\n<!-- end of stages -->\nAnd more.\n"
                                .formatted(StageMap.render(kata)));
    }

    @Test
    void a_map_that_is_up_to_date_stays_as_it_is() throws IOException {
        String page = StageMap.rewrite(EMPTY, kata);
        assertThat(StageMap.rewrite(page, kata)).isEqualTo(page);
        assertThat(StageMap.rewrite(page.replace("divide", "guess"), kata)).isEqualTo(page);
        assertThat(difference(page)).isEmpty();
        assertThat(difference(page.replace("\n", "\r\n"))).isEmpty();
    }

    @Test
    void a_map_that_is_out_of_date_is_found() throws IOException {
        assertThat(difference(StageMap.rewrite(EMPTY, kata).replace("divide", "guess")))
                .hasValueSatisfying(found -> assertThat(found).contains("divide", "guess"));
    }

    @Test
    void a_page_without_a_place_for_the_map_is_told_what_to_add() {
        assertThatThrownBy(() -> StageMap.rewrite("# Kata\n", kata))
                .isInstanceOf(KataException.class)
                .hasMessageContaining("put the lines `<!-- stages -->` and");
        assertThatThrownBy(() -> difference("<!-- end of stages -->\n<!-- stages -->\n"))
                .isInstanceOf(KataException.class);
    }

    @Test
    void a_missing_page_is_told() {
        assertThatThrownBy(() -> DerivedFiles.ofKata(kata))
                .isInstanceOf(KataException.class)
                .hasMessage("README.md cannot be read: get it back, for example with git.");
    }

    private Optional<String> difference(String page) throws IOException {
        Path file = folder.resolve("README.md");
        Files.writeString(file, page);
        return DerivedFiles.ofKata(kata).stream()
                .filter(derived -> derived.path().equals(kata.root().resolve("README.md")))
                .findFirst()
                .orElseThrow()
                .difference();
    }
}
