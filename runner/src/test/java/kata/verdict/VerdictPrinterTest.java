package kata.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import kata.Fixture;
import kata.compile.StageCode;
import kata.terminal.Answers;
import kata.terminal.Marks;
import kata.terminal.Terminal;
import kata.worker.Verdict;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

class VerdictPrinterTest {

    @TempDir private Path root;

    @Test
    void what_hangs_in_a_test_is_looked_for_there() {
        assertThat(printed(new Verdict.Unresponsive(Optional.of("a list is empty"))))
                .contains("It happened in the test: a list is empty", "something that never ends");
    }

    @Test
    void a_machine_that_had_no_time_to_begin_is_not_taken_for_a_loop() {
        assertThat(printed(new Verdict.Unresponsive(Optional.empty())))
                .contains("before any test had begun", "very busy, run the tests again");
    }

    private String printed(Verdict verdict) {
        var text = new StringWriter();
        var out = new PrintWriter(text, true);
        var terminal =
                new Terminal(out, out, Marks.printableIn(StandardCharsets.UTF_8), Answers.none());
        new VerdictPrinter(terminal, StageCode.learner(Fixture.stage(root))).print(verdict);
        return text.toString();
    }
}
