package todo.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import todo.list.TodoList;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What work with a folder leaves behind, and what it tells when it cannot be done. */
class ListFolderTracesTest {

    private static final TodoList DENTIST =
            TodoList.empty().add(LocalDate.of(2016, 10, 1), "dentist");
    private static final Path OPEN_FILES = Path.of("/proc/self/fd");

    @TempDir private Path home;

    @Test
    @DisplayName("A store closes what it opens, and so does a look")
    void no_file_is_left_open() throws IOException {
        assumeTrue(Files.isDirectory(OPEN_FILES), "this system does not tell which files are open");
        ListFolder folder = new ListFolder(home);

        IntStream.range(0, 20).forEach(_ -> folder.store("Bob's list", DENTIST));
        IntStream.range(0, 20).forEach(_ -> folder.get("Bob's list"));

        assertThat(openFiles()).as("files of the folder that are still open").isEmpty();
    }

    @Test
    @DisplayName("To look for a list changes nothing on disk, and makes no folder either")
    void looking_makes_no_folder() {
        Path missing = home.resolve("lists");

        assertThat(new ListFolder(missing).get("Bob's list"))
                .as("what is found of Bob's list, in a folder that does not exist")
                .isEqualTo(new Lookup.None());
        assertThat(missing).as("the folder: looking for a list does not make it").doesNotExist();
    }

    @Test
    @DisplayName("A list is not missing if the system cannot tell: a folder may be no folder")
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows takes it for a missing file")
    void what_cannot_be_looked_for_is_broken() throws IOException {
        ListFolder inAFile = new ListFolder(Files.createFile(home.resolve("a file")));

        assertThat(inAFile.get("Bob's list"))
                .as("what is found of Bob's list, when its folder is a file")
                .isInstanceOf(Lookup.Broken.class);
    }

    @Test
    @DisplayName("A broken list tells what is wrong with it, and not only that something is")
    void a_broken_list_tells_what_is_wrong() throws IOException {
        ListFolder folder = new ListFolder(home);
        folder.store("Bob's list", DENTIST);
        Path file = onlyFile();

        Files.writeString(file, "{\"name\":\"Bob's l");
        Lookup cutOff = folder.get("Bob's list");
        Files.writeString(file, "{}");
        Lookup incomplete = folder.get("Bob's list");

        assertThat(problemOf(cutOff))
                .as("what is wrong with the file that was cut off: something else than with {}")
                .isNotEqualTo(problemOf(incomplete));
    }

    private static String problemOf(Lookup lookup) {
        assertThat(lookup)
                .as("what is found of Bob's list, whose file is broken")
                .isInstanceOf(Lookup.Broken.class);
        return ((Lookup.Broken) lookup).problem();
    }

    private Path onlyFile() throws IOException {
        try (Stream<Path> files = Files.list(home)) {
            return files.findFirst().orElseThrow();
        }
    }

    private List<Path> openFiles() throws IOException {
        Path folder = home.toRealPath();
        try (Stream<Path> all = Files.list(OPEN_FILES)) {
            return all.map(ListFolderTracesTest::target)
                    .filter(file -> file.startsWith(folder))
                    .toList();
        }
    }

    private static Path target(Path link) {
        try {
            return Files.readSymbolicLink(link);
        } catch (IOException closedMeanwhile) {
            return link;
        }
    }
}
