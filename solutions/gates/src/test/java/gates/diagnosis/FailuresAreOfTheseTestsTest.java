package gates.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import gates.Finding;
import gates.Fixture;

import kata.stage.KnownFailure;
import kata.stage.SourceFile;
import kata.stage.Stage;
import kata.stage.WrongSolution;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

class FailuresAreOfTheseTestsTest {

    @TempDir private Path folder;
    private Stage stage;
    private List<WrongSolution> wrong;

    @BeforeEach
    void copy_the_fixture() {
        stage = Fixture.stage(folder);
        wrong = WrongSolution.readAll(stage);
    }

    @Test
    void what_was_recorded_with_these_files_is_fine() {
        assertThat(inspect()).isEmpty();
    }

    @Test
    void a_test_that_was_changed_makes_all_records_old() throws IOException {
        Files.writeString(stage.testSources().resolve("OtherTest.java"), "class OtherTest {}");

        assertThat(inspect())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.problem())
                            .contains(wrong.stream().map(WrongSolution::name).toList());
                    assertThat(finding.remedy()).contains("-Dfailures -Dstages=part1/1-numbers");
                });
    }

    @Test
    void a_wrong_solution_that_was_changed_makes_its_own_record_old() throws IOException {
        Files.writeString(wrong.getFirst().folder().resolve("Other.java"), "class Other {}");

        assertThat(inspect())
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.problem())
                                .endsWith(": " + wrong.getFirst().name() + "."));
    }

    @Test
    void without_a_record_all_are_to_be_recorded() throws IOException {
        Files.delete(KnownFailure.fileOf(stage));

        assertThat(inspect())
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.problem())
                                .contains(wrong.stream().map(WrongSolution::name).toList()));
    }

    @Test
    void a_record_without_the_test_that_catches_it_is_old() {
        Fixture.replace(KnownFailure.fileOf(stage), "NumbersTest.the_sum", "NumbersTest.a_sum");

        assertThat(inspect())
                .singleElement()
                .satisfies(
                        finding -> assertThat(finding.problem()).endsWith(": forgets-the-first."));
    }

    @Test
    void line_ends_make_no_record_old() throws IOException {
        try (Stream<Path> files = SourceFile.walk(stage.testSources())) {
            for (Path file : files.toList()) {
                Files.writeString(file, Files.readString(file).replace("\n", "\r\n"));
            }
        }

        assertThat(inspect()).isEmpty();
    }

    private List<Finding> inspect() {
        return new FailuresAreOfTheseTests().inspect(stage);
    }
}
