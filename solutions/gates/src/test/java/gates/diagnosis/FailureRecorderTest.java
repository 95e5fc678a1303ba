package gates.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import gates.Fixture;

import kata.stage.KnownFailure;
import kata.stage.Stage;
import kata.stage.WrongSolution;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class FailureRecorderTest {

    @TempDir private Path folder;
    private Stage stage;
    private WrongSolution first;

    @BeforeEach
    void copy_the_fixture() {
        stage = Fixture.stage(folder);
        first = WrongSolution.readAll(stage).getFirst();
    }

    @Test
    void what_is_recorded_with_these_files_is_not_tried_again() {
        assertThat(FailureRecorder.record(stage)).isEqualTo(FailureRecords.read(stage));
        assertThat(stage.root().resolve(".kata/runs")).doesNotExist();
    }

    @Test
    void only_what_has_changed_is_tried_again() throws IOException {
        FailureRecords before = FailureRecords.read(stage);
        Files.writeString(first.folder().resolve("Other.java"), "class Other {}");

        FailureRecords after = FailureRecorder.record(stage);

        assertThat(after.failures()).isEqualTo(before.failures());
        assertThat(after.recordedWith().get(first.name()))
                .isNotEqualTo(before.recordedWith().get(first.name()));
        assertThat(stage.root().resolve(".kata/runs").resolve(stage.path()))
                .isDirectoryContaining(file -> file.toString().contains(first.name()))
                .isDirectoryNotContaining(file -> !file.toString().contains(first.name()));
    }

    @Test
    void what_has_no_wrong_solution_any_more_is_forgotten() {
        Fixture.replace(KnownFailure.fileOf(stage), first.name() + ":", "another-mistake:");

        FailureRecords records = FailureRecorder.record(stage);

        assertThat(records.failures())
                .containsKey(first.name())
                .doesNotContainKey("another-mistake");
        assertThat(records.recordedWith()).doesNotContainKey("another-mistake");
    }

    @Test
    void the_test_that_catches_it_is_recorded_though_no_run_came_to_it() {
        assertThat(FailureRecorder.withCatching(first, List.of()))
                .extracting(KnownFailure::test)
                .containsExactlyElementsOf(first.caughtBy());
    }
}
