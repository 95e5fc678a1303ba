package kata.command;

import static org.assertj.core.api.Assertions.assertThat;

import kata.Fixture;
import kata.files.SourceFolder;
import kata.stage.OriginalTests;
import kata.stage.SourceFile;
import kata.stage.Stage;
import kata.starter.Derivation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

class ResetTest {

    private static final String QUESTION =
            "Put the starter in the place of your files of part1/1-numbers, which are kept below"
                    + " %s? [y/N] ".formatted(Path.of(".kata/kept"));

    @TempDir private Path folder;

    @Test
    void the_starter_comes_back_and_the_learners_files_are_kept() throws IOException {
        Stage stage = Fixture.stage(folder, "solved");
        String mine = Files.readString(numbers());
        Files.writeString(numbers().resolveSibling("Own.java"), "// mine\n");
        Output said = Output.answering("y\n", folder, "reset", "1-numbers");
        assertThat(said.code()).isZero();
        assertThat(said.out())
                .startsWith(QUESTION)
                .contains("deleted " + Path.of("part1/1-numbers/src/main/java/numbers/Own.java"))
                .contains(
                        "wrote   " + Path.of("part1/1-numbers/src/main/java/numbers/Numbers.java"))
                .contains(
                        "What these files held before is kept in "
                                + Path.of(".kata/kept/part1/1-numbers"));
        assertThat(KeptFilesFolder.in(folder))
                .isEqualTo(Map.of("numbers/Numbers.java", mine, "numbers/Own.java", "// mine\n"));
        assertIsStarter(stage);
    }

    @Test
    void without_a_yes_nothing_is_changed() throws IOException {
        Fixture.kata(folder, "solved");
        String mine = Files.readString(numbers());
        assertThat(Output.answering("no\n", folder, "reset", "1-numbers"))
                .isEqualTo(new Output(1, QUESTION + "Nothing was changed.\n", ""));
        assertThat(numbers()).hasContent(mine);
        assertThat(KeptFilesFolder.in(folder)).isEmpty();
    }

    @Test
    void every_reset_keeps_its_own_copy() throws IOException {
        Fixture.kata(folder);
        for (String work : new String[] {"// one\n", "// two\n"}) {
            Files.writeString(numbers(), work);
            assertThat(Output.by(folder, "reset", "--yes").code()).isZero();
        }
        try (var times = Files.list(folder.resolve(".kata/kept/part1/1-numbers"))) {
            assertThat(times).hasSize(2);
        }
    }

    @Test
    void a_starter_that_was_not_touched_is_left_alone() {
        Fixture.kata(folder);
        assertThat(Output.by(folder, "reset"))
                .isEqualTo(
                        new Output(
                                0, "Your files of part1/1-numbers are the starter already.\n", ""));
    }

    @Test
    void a_file_that_is_no_text_is_kept_as_it_was() throws IOException {
        Fixture.kata(folder);
        byte[] latin = "// caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
        Files.write(numbers(), latin);
        assertThat(Output.by(folder, "reset", "1-numbers", "--yes").code()).isZero();
        try (var files = Files.walk(folder.resolve(".kata/kept"))) {
            Path kept = files.filter(Files::isRegularFile).findFirst().orElseThrow();
            assertThat(kept).hasBinaryContent(latin);
        }
    }

    @Test
    void a_deleted_folder_comes_back() throws IOException {
        Stage stage = Fixture.stage(folder);
        Files.delete(numbers());
        Files.delete(numbers().resolveSibling("Printer.java"));
        Files.delete(numbers().getParent());
        assertThat(Output.by(folder, "reset", "1-numbers", "--yes").code()).isZero();
        assertIsStarter(stage);
    }

    // Permissions do not bind root, as whom containers run: a file in the folder's place does.
    @Test
    void what_cannot_be_kept_is_not_replaced() throws IOException {
        Fixture.kata(folder, "solved");
        String mine = Files.readString(numbers());
        Files.writeString(folder.resolve(".kata"), "not a folder");
        Output said = Output.by(folder, "reset", "1-numbers", "--yes");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err())
                .startsWith("%s is left as it is, as no copy".formatted(numbers()))
                .contains(" cannot be written (");
        assertThat(numbers()).hasContent(mine);
    }

    @Test
    void what_was_kept_before_a_step_failed_is_told() throws IOException {
        Fixture.kata(folder, "solved");
        String mine = Files.readString(numbers());
        Path printer = numbers().resolveSibling("Printer.java");
        Files.delete(printer);
        Files.createDirectory(printer);
        Output said = Output.by(folder, "reset", "1-numbers", "--yes");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains(printer + " cannot be written (it is not a file");
        assertThat(said.out()).contains("wrote  ", "What these files held before is kept in");
        assertThat(KeptFilesFolder.in(folder)).containsEntry("numbers/Numbers.java", mine);
    }

    /** To read a pipe is to wait for who writes into it. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_pipe_in_the_place_of_a_file_is_not_waited_for() throws Exception {
        Stage stage = Fixture.stage(folder);
        Path test = stage.testSources().resolve("numbers/NumbersTest.java");
        Files.writeString(
                OriginalTests.fileOf(stage),
                OriginalTests.text(SourceFile.in(stage.root(), stage.testSources())));
        pipe(stage.folder().resolve("src/main/resources/pipe"));
        pipe(numbers());
        assertThat(Output.by(folder, "run", "1-numbers").out()).contains("does not compile yet");
        pipe(test);
        assertThat(Output.by(folder, "reset", "1-numbers", "--yes").err())
                .contains(numbers() + " cannot be written (it is not a file");
    }

    private static void pipe(Path place) throws Exception {
        Files.createDirectories(place.getParent());
        Files.deleteIfExists(place);
        new ProcessBuilder("mkfifo", place.toString()).start().waitFor();
    }

    private Path numbers() {
        return folder.resolve("part1/1-numbers/src/main/java/numbers/Numbers.java");
    }

    private static void assertIsStarter(Stage stage) {
        var folder = new SourceFolder(stage.starterSources());
        assertThat(folder.holds(Derivation.of(stage).starter())).isTrue();
    }
}
