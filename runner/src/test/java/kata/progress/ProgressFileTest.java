package kata.progress;

import static org.assertj.core.api.Assertions.assertThat;

import kata.Fixture;
import kata.compile.StageCode;
import kata.stage.Stage;
import kata.test.TestReport;
import kata.worker.Verdict;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

class ProgressFileTest {

    private static final Verdict PASSED =
            new Verdict.Tested(TestReport.of(List.of(), "", Duration.ZERO));

    @TempDir private Path root;

    @Test
    void an_outcome_holds_for_the_code_that_was_tested() {
        Stage stage = Fixture.stage(root, "solved");
        ProgressFile progress = new ProgressFile(root);

        progress.remember(StageCode.learner(stage), PASSED);

        assertThat(progress.outcome(stage)).contains(true);
    }

    @Test
    void code_that_changed_while_its_tests_ran_has_no_outcome() throws IOException {
        Stage stage = Fixture.stage(root, "solved");
        ProgressFile progress = new ProgressFile(root);
        StageCode tested = StageCode.learner(stage);
        Path file = stage.starterSources().resolve("numbers/Numbers.java");
        String text = Files.readString(file);

        Files.writeString(file, text + "// saved during the run\n");
        progress.remember(tested, PASSED);

        assertThat(progress.outcome(stage)).isEmpty();
        Files.writeString(file, text);
        assertThat(progress.outcome(stage)).contains(true);
    }
}
