package kata.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import kata.Fixture;
import kata.model.KataException;
import kata.model.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

class SeparateChecksTest {

    @TempDir private Path folder;

    @Test
    void what_each_process_has_said_is_printed_in_the_order_of_the_stages_and_counted() {
        Fixture.kata(folder);
        // Checks that need the code to compile are left out: they take long, and are not at issue.
        for (String stage : List.of("1-numbers", "2-average")) {
            Fixture.replace(
                    folder.resolve("solutions/part1")
                            .resolve(stage)
                            .resolve("src/main/java/numbers/Printer.java"),
                    "final class",
                    "final klass");
        }
        Said said = Said.by(folder, "check", "1-numbers", "2-average");
        assertThat(said).isEqualTo(new Said(1, said.out(), ""));
        assertThat(said.out())
                .containsOnlyOnce("This is for those who change the kata;")
                .containsSubsequence(
                        "\npart1/1-numbers\n",
                        "✗ failed  the solution passes every test",
                        "\npart1/2-average\n",
                        "✗ failed  the solution passes every test")
                .containsOnlyOnce(" passed, ");
        String once = said.out().substring(0, said.out().indexOf("\nOnce more, what failed:\n"));
        assertThat(said.out())
                .containsSubsequence(
                        "\nOnce more, what failed:\n", "\npart1/1-numbers\n", "\npart1/2-average\n")
                .endsWith(
                        "\n%d passed, %d failed\n"
                                .formatted(
                                        count("(?m)^  ✓ passed  ", once),
                                        count("(?m)^  ✗ failed  ", once)));
    }

    @Test
    void a_process_that_ends_before_its_time_is_told_with_what_it_said() {
        Fixture.kata(folder);
        var text = new StringWriter();
        var terminal =
                new Terminal(
                        new PrintWriter(text, true),
                        new PrintWriter(text, true),
                        Marks.printableIn(StandardCharsets.UTF_8));
        var checks = new SeparateChecks(folder, terminal, new GateReport(terminal));
        var unknown =
                new Stage(folder, "elsewhere", "", "", List.of(), List.of(), Optional.empty());
        assertThatExceptionOfType(KataException.class)
                .isThrownBy(() -> checks.of(List.of(unknown)))
                .withMessageStartingWith(
                        "A check has ended before its time, and said: There is no stage"
                                + " 'elsewhere'.");
    }

    private static long count(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().count();
    }
}
