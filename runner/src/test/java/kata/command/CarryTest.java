package kata.command;

import static org.assertj.core.api.Assertions.assertThat;

import kata.Fixture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

class CarryTest {

    private static final String HEADING = "Your code of part1/1-numbers, for part1/2-average:\n";
    private static final String STEP =
            "left    numbers/Numbers.java: this step goes on from the reference's\n";

    @TempDir private Path folder;

    @Test
    void a_file_that_the_step_does_not_change_comes_along() throws IOException {
        Fixture.kata(folder, "solved");
        String before = Files.readString(there("Printer"));
        Fixture.replace(here("Printer"), "%d numbers", "there are %d numbers");
        Output said = Output.by(folder, "carry");
        assertThat(said.code()).isZero();
        assertThat(said.out())
                .startsWith(HEADING + STEP)
                .contains("wrote   " + folder.relativize(there("Printer")))
                .contains("\nWhat these files held before is kept in ");
        assertThat(there("Printer")).hasSameTextualContentAs(here("Printer"));
        assertThat(KeptFilesFolder.in(folder, "part1/2-average"))
                .isEqualTo(Map.of("numbers/Printer.java", before));
    }

    @Test
    void a_file_that_the_learner_has_added_comes_along() throws IOException {
        Fixture.kata(folder, "solved");
        Files.writeString(here("Own"), "package numbers;\n\nfinal class Own {}\n");
        Fixture.replace(here("Printer"), "private Printer() {}", "private Own own;");
        assertThat(Output.by(folder, "carry", "1-numbers").code()).isZero();
        assertThat(there("Own")).hasSameTextualContentAs(here("Own"));
        assertThat(there("Printer")).hasSameTextualContentAs(here("Printer"));
    }

    @Test
    void a_file_that_does_not_fit_stays_behind_with_the_reason() throws IOException {
        Fixture.kata(folder, "solved");
        String before = Files.readString(there("Printer"));
        Fixture.replace(here("Numbers"), "int sum()", "int total()");
        Fixture.replace(here("Printer"), "numbers.all().size()", "numbers.total()");
        Files.writeString(here("Own"), "package numbers;\n\nfinal class Own {}\n");
        Output said = Output.by(folder, "carry", "1-numbers");
        assertThat(said.code()).isZero();
        assertThat(said.out())
                .startsWith(HEADING + STEP)
                .contains(
                        "left    numbers/Printer.java: with it, part1/2-average would not compile\n"
                                + "        part1/1-numbers/src/main/java/numbers/Printer.java:10:"
                                + " error: cannot find symbol\n",
                        "wrote   " + folder.relativize(there("Own")));
        assertThat(there("Printer")).hasContent(before);
    }

    @Test
    void a_file_that_others_do_not_fit_stays_behind_too() throws IOException {
        Fixture.kata(folder, "solved");
        Fixture.replace(
                there("Numbers"),
                "    /** Returns the average",
                "    String line() {\n        return Printer.line(this);\n    }\n\n"
                        + "    /** Returns the average");
        Fixture.replace(here("Printer"), "line(Numbers numbers)", "text(Numbers numbers)");
        Output said = Output.by(folder, "carry", "1-numbers");
        assertThat(said.out())
                .contains(
                        "left    numbers/Printer.java: with it, part1/2-average would not compile\n"
                                + "        part1/2-average/src/main/java/numbers/Numbers.java:",
                        "There is nothing to carry.");
        assertThat(Files.readString(there("Printer"))).contains("line(Numbers numbers)");
    }

    @Test
    void a_file_with_an_open_task_stays_behind() throws IOException {
        Fixture.kata(folder);
        Files.writeString(
                here("Own"),
                """
                package numbers;

                final class Own {
                    Own() {
                        throw new UnsupportedOperationException("TODO 2: later.");
                    }
                }
                """);
        assertThat(Output.by(folder, "carry", "1-numbers"))
                .isEqualTo(
                        new Output(
                                0,
                                HEADING
                                        + STEP
                                        + "left    numbers/Own.java: a task is open in it\n"
                                        + "There is nothing to carry.\n",
                                ""));
        assertThat(there("Own")).doesNotExist();
    }

    @Test
    void what_the_learner_has_changed_in_the_next_stage_is_replaced_by_force_only()
            throws IOException {
        Fixture.kata(folder, "solved");
        Fixture.replace(here("Printer"), "%d numbers", "there are %d numbers");
        Fixture.replace(there("Printer"), "%d numbers", "%d of them");
        String changed = Files.readString(there("Printer"));
        assertThat(Output.by(folder, "carry", "1-numbers").out())
                .isEqualTo(
                        HEADING
                                + STEP
                                + "left    numbers/Printer.java: you have changed it in"
                                + " part1/2-average already; --force replaces it\n"
                                + "There is nothing to carry.\n");
        assertThat(there("Printer")).hasContent(changed);
        assertThat(Output.by(folder, "carry", "1-numbers", "--force").code()).isZero();
        assertThat(there("Printer")).hasSameTextualContentAs(here("Printer"));
        assertThat(KeptFilesFolder.in(folder, "part1/2-average"))
                .isEqualTo(Map.of("numbers/Printer.java", changed));
    }

    @Test
    void what_came_along_once_is_not_carried_again() {
        Fixture.kata(folder, "solved");
        Fixture.replace(here("Printer"), "%d numbers", "there are %d numbers");
        Output.by(folder, "carry", "1-numbers");
        assertThat(Output.by(folder, "carry", "1-numbers").out())
                .isEqualTo(HEADING + STEP + "There is nothing to carry.\n");
    }

    @Test
    void a_next_stage_that_does_not_compile_is_refused_and_left_alone() throws IOException {
        Fixture.kata(folder, "solved");
        Fixture.replace(here("Printer"), "%d numbers", "there are %d numbers");
        Files.writeString(there("Numbers"), "class {");
        Output said = Output.by(folder, "carry", "1-numbers");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err())
                .isEqualTo(
                        "part1/2-average does not compile as it is: see why with `./kata run"
                                + " part1/2-average`, or start it again with `./kata reset"
                                + " part1/2-average`.\n");
        assertThat(Files.readString(there("Printer"))).doesNotContain("there are");
    }

    @Test
    void a_stage_that_begins_a_code_base_takes_nothing() {
        Fixture.kata(folder);
        assertThat(Output.by(folder, "carry"))
                .isEqualTo(
                        new Output(
                                2,
                                "",
                                "part1/1-numbers begins a new code base: nothing can be carried"
                                        + " into it.\n"));
    }

    @Test
    void a_stage_that_no_other_goes_on_with_gives_nothing() {
        Fixture.kata(folder);
        assertThat(Output.by(folder, "carry", "2-average"))
                .isEqualTo(
                        new Output(
                                2,
                                "",
                                "No stage goes on with the code of part1/2-average: carry that of"
                                        + " another stage.\n"));
    }

    private Path here(String type) {
        return file("part1/1-numbers", type);
    }

    private Path there(String type) {
        return file("part1/2-average", type);
    }

    private Path file(String stage, String type) {
        return folder.resolve(stage).resolve("src/main/java/numbers").resolve(type + ".java");
    }
}
