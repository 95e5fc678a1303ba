package kata.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kata.Fixture;
import kata.gate.Finding;
import kata.model.Kata;
import kata.model.KataException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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

                        | stage | what you build | afterwards you can |
                        |---|---|---|
                        | [1-numbers](part1/1-numbers/README.md) | Numbers and what they come to | fold a list |
                        | [2-average](part1/2-average/README.md) | Their average | divide |
                        | 3-median (to come) | Their median | sort |
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
        assertThat(inspect(page)).isEmpty();
        assertThat(inspect(page.replace("\n", "\r\n"))).isEmpty();
    }

    @Test
    void a_map_that_is_out_of_date_is_found() throws IOException {
        assertThat(inspect(StageMap.rewrite(EMPTY, kata).replace("divide", "guess")))
                .containsExactly(
                        new Finding(
                                "README.md",
                                "What is derived in it is not up to date.",
                                "Run `./kata derive`, which rewrites it."));
    }

    @Test
    void a_page_without_a_place_for_the_map_is_told_what_to_add() throws IOException {
        assertThatThrownBy(() -> StageMap.rewrite("# Kata\n", kata))
                .isInstanceOf(KataException.class)
                .hasMessageContaining("put the lines `<!-- stages -->` and");
        assertThat(inspect("<!-- end of stages -->\n<!-- stages -->\n")).hasSize(1);
    }

    @Test
    void a_missing_page_is_found() {
        assertThat(new DerivedPagesAreUpToDate().inspect(kata))
                .extracting(Finding::problem)
                .containsExactly("There is no such file.");
    }

    private List<Finding> inspect(String page) throws IOException {
        Files.writeString(folder.resolve("README.md"), page);
        return new DerivedPagesAreUpToDate().inspect(kata);
    }
}
