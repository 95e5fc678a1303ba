package observer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The list of the page's files is kept by hand: what it forgets is not served. */
class PageFilesTest {

    private static final Path FOLDER = Path.of("src/main/resources/observer");

    @Test
    void the_list_names_every_file_of_the_page() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(Files.readAllLines(FOLDER.resolve("files.txt")))
                    .containsExactlyInAnyOrderElementsOf(
                            files.map(file -> file.getFileName().toString())
                                    .filter(name -> !name.equals("files.txt"))
                                    .toList());
        }
    }
}
