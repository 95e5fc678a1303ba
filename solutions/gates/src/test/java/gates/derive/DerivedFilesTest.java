package gates.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import gates.Fixture;

import kata.stage.KataException;
import kata.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class DerivedFilesTest {

    @TempDir private Path root;

    @Test
    void a_derived_starter_is_up_to_date() {
        for (Stage stage : Fixture.kata(root).stages()) {
            assertThat(differences(stage)).isEmpty();
        }
    }

    @Test
    void the_line_ends_of_another_system_make_no_difference() {
        Stage stage = Fixture.stage(root);
        Fixture.replace(stage.starterSources().resolve("numbers/Numbers.java"), "\n", "\r\n");
        assertThat(differences(stage)).isEmpty();
    }

    @Test
    void a_starter_edited_by_hand_is_told_with_its_line() {
        assertThat(differences(Fixture.stage(root, "hand-edited-starter")))
                .containsExactly(
                        """
                        Numbers.java: Line 13 should be
                              /** Returns what the numbers come to together. */
                        but it is
                              /** Returns what the numbers come to, all together. */\
                        """,
                        "Leftover.java: It must not be there.");
    }

    @Test
    void a_missing_file_is_told() throws IOException {
        Stage stage = Fixture.stage(root);
        Files.delete(stage.starterSources().resolve("numbers/Printer.java"));
        assertThat(differences(stage)).containsExactly("Printer.java: It is missing.");
    }

    @Test
    void a_line_too_few_at_the_end_is_told() {
        Stage stage = Fixture.stage(root);
        Fixture.replace(
                stage.starterSources().resolve("numbers/Printer.java"), "    }\n}\n", "    }\n");
        assertThat(differences(stage))
                .singleElement()
                .asString()
                .contains("Line 12 should be\n  }\n", "but it is\n  (the end of the file)");
    }

    @Test
    void a_fence_that_does_not_end_is_told() {
        Stage stage = Fixture.stage(root);
        Fixture.replace(
                stage.solutionSources().resolve("numbers/Numbers.java"),
                "        // End of task 1.\n",
                "");
        assertThatExceptionOfType(KataException.class)
                .isThrownBy(() -> DerivedFiles.ofStage(stage))
                .withMessageStartingWith(
                        "solutions/part1/1-numbers/src/main/java/numbers/Numbers.java: the comments"
                                + " that mark the tasks do not fit each other.");
    }

    private static List<String> differences(Stage stage) {
        return DerivedFiles.ofStage(stage).stream()
                .flatMap(file ->
                        file
                                .difference()
                                .map(found -> file.path().getFileName() + ": " + found)
                                .stream())
                .toList();
    }
}
