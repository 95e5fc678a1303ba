package kata.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

class SourceFileTest {

    @TempDir private Path root;

    @Test
    void the_java_files_of_a_folder_come_sorted_by_path() throws IOException {
        write("todo/Two.java");
        write("todo/One.java");
        write("todo/notes.txt");
        Files.createDirectories(root.resolve("src/todo/Folder.java"));

        assertThat(SourceFile.in(root, root.resolve("src")))
                .containsExactly(
                        new SourceFile("src/todo/One.java", "todo/One.java", "// todo/One.java"),
                        new SourceFile("src/todo/Two.java", "todo/Two.java", "// todo/Two.java"));
    }

    @Test
    void a_folder_that_is_not_there_has_no_files() {
        assertThat(SourceFile.in(root, root.resolve("src"))).isEmpty();
    }

    @Test
    void what_is_no_text_is_named() throws IOException {
        Path file = write("todo/One.java");
        Files.write(file, "ä".getBytes(StandardCharsets.ISO_8859_1));

        refuses("src/todo/One.java is not UTF-8 text: save it as UTF-8.");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_folder_that_cannot_be_read_is_named() throws IOException {
        Path folder = write("todo/One.java").getParent();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("---------"));
        try {
            assumeFalse(Files.isReadable(folder), "permissions do not bind root");
            refuses(
                    "src cannot be read (permission denied): check it and its permissions, or get"
                            + " it back, for example with git.");
        } finally {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_link_that_leads_into_a_circle_is_named() throws IOException {
        Path folder = write("todo/One.java").getParent();
        Path link = Files.createSymbolicLink(folder.resolve("circle"), folder);

        refuses(link + " is a link to a folder that it stands in: delete the link.");
    }

    private void refuses(String message) {
        assertThatExceptionOfType(KataException.class)
                .isThrownBy(() -> SourceFile.in(root, root.resolve("src")))
                .withMessageStartingWith(message);
    }

    private Path write(String path) throws IOException {
        Path file = root.resolve("src").resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "// " + path);
    }
}
