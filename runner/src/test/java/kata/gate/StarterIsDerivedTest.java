package kata.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import kata.Fixture;
import kata.model.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class StarterIsDerivedTest {

    @TempDir Path root;
    private final StarterIsDerived gate = new StarterIsDerived();

    @Test
    void a_derived_starter_is_fine() {
        for (Stage stage : Fixture.kata(root).stages()) {
            assertThat(gate.inspect(stage)).isEmpty();
        }
    }

    @Test
    void the_line_ends_of_another_system_make_no_difference() {
        Stage stage = Fixture.stage(root);
        Fixture.replace(stage.starterSources().resolve("numbers/Numbers.java"), "\n", "\r\n");

        assertThat(gate.inspect(stage)).isEmpty();
    }

    @Test
    void a_starter_edited_by_hand_is_told_with_its_line_and_what_to_do() {
        assertThat(gate.inspect(Fixture.stage(root, "hand-edited-starter")))
                .containsExactly(
                        new Finding(
                                "part1/1-numbers/src/main/java/numbers/Leftover.java",
                                "The starter has this file, but the solution does not yield it.",
                                "Starters are never edited by hand: change"
                                        + " solutions/part1/1-numbers/src/main/java, then run"
                                        + " `./kata derive part1/1-numbers`."),
                        new Finding(
                                "part1/1-numbers/src/main/java/numbers/Numbers.java",
                                """
                                Line 13 should be
                                      /** Returns what the numbers come to together. */
                                as the solution yields it, but it is
                                      /** Returns what the numbers come to, all together. */\
                                """,
                                "Starters are never edited by hand: change"
                                        + " solutions/part1/1-numbers/src/main/java, then run"
                                        + " `./kata derive part1/1-numbers`."));
    }

    @Test
    void a_missing_file_is_told() throws IOException {
        Stage stage = Fixture.stage(root);
        Files.delete(stage.starterSources().resolve("numbers/Printer.java"));

        assertThat(gate.inspect(stage))
                .extracting(Finding::where, Finding::problem)
                .containsExactly(
                        tuple(
                                "part1/1-numbers/src/main/java/numbers/Printer.java",
                                "The solution yields this file, but the starter lacks it."));
    }

    @Test
    void a_line_too_few_at_the_end_is_told() {
        Stage stage = Fixture.stage(root);
        Fixture.replace(
                stage.starterSources().resolve("numbers/Printer.java"), "    }\n}\n", "    }\n");

        assertThat(gate.inspect(stage))
                .singleElement()
                .extracting(Finding::problem)
                .asString()
                .contains("Line 12 should be\n  }\n", "but it is\n  (the end of the file)");
    }

    @Test
    void a_fence_that_does_not_end_is_told_with_its_line() {
        Stage stage = Fixture.stage(root);
        Fixture.replace(
                stage.solutionSources().resolve("numbers/Numbers.java"),
                "        // End of task 1.\n",
                "");

        assertThat(gate.inspect(stage))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.where()).isEqualTo("part1/1-numbers");
                    assertThat(finding.problem())
                            .startsWith(
                                    "solutions/part1/1-numbers/src/main/java/numbers/Numbers.java,"
                                            + " line 22: task 2 begins before task 1 has ended");
                    assertThat(finding.remedy()).startsWith("Mend that first");
                });
    }
}
