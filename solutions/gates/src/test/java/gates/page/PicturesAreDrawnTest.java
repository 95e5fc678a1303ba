package gates.page;

import static org.assertj.core.api.Assertions.assertThat;

import gates.Finding;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class PicturesAreDrawnTest {

    @TempDir private Path folder;

    @Test
    void a_picture_that_can_be_read_passes() throws IOException {
        assertThat(inspect("flowchart LR\n    a([client]) -- asks --> b[(table)]")).isEmpty();
    }

    @Test
    void no_line_runs_through_words_whoever_stands_between() throws IOException {
        assertThat(
                        inspect(
                                """
                                sequenceDiagram
                                participant a
                                participant b
                                participant c
                                a->>c: a message across
                                Note over b: a note that is rather long for one line
                                b->>b: to itself
                                Note over a,c: for all\
                                """))
                .isEmpty();
    }

    @Test
    void a_picture_that_cannot_be_drawn_is_found_where_it_stands() throws IOException {
        assertThat(inspect("pie"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.where()).isEqualTo("page.md:4");
                    assertThat(finding.problem()).contains("Line 1 of the picture", "pie");
                });
    }

    @Test
    void a_picture_that_is_wider_than_a_page_is_found() throws IOException {
        String nodes =
                IntStream.range(0, 12)
                        .mapToObj("participant process_number_%d\n"::formatted)
                        .collect(Collectors.joining());
        assertThat(inspect("sequenceDiagram\n" + nodes))
                .singleElement()
                .extracting(Finding::problem)
                .asString()
                .contains("wider than a page, which has 800 pixels");
    }

    private List<Finding> inspect(String picture) throws IOException {
        Files.writeString(
                folder.resolve("page.md"), "# Page\n\n```mermaid\n%s\n```\n".formatted(picture));
        return PicturesAreDrawn.inspect(folder);
    }
}
