package web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

class StaticFilesTest {

    private static final Path FOLDER = Path.of("src/main/resources/web");

    @Test
    void the_list_names_every_file_that_pages_have_in_common() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(Files.readAllLines(FOLDER.resolve("files.txt")))
                    .containsExactlyInAnyOrderElementsOf(
                            files.map(file -> file.getFileName().toString())
                                    .filter(name -> !name.equals("files.txt"))
                                    .toList());
        }
    }

    @Test
    void every_file_has_a_type() {
        var files = new StaticFiles(StaticFilesTest.class, "/attacked/");
        assertThat(files.find("/").orElseThrow().type()).startsWith("text/html");
        assertThat(files.find("/index.html")).isPresent();
        assertThat(files.find("/connection.js").orElseThrow().type()).startsWith("text/javascript");
    }
}
