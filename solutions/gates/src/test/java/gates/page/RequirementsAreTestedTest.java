package gates.page;

import static org.assertj.core.api.Assertions.assertThat;

import gates.Finding;
import gates.Fixture;

import kata.stage.Stage;
import kata.stage.StagesYaml;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class RequirementsAreTestedTest {

    private static final String TESTED_BY_ONE = "@Tag(\"task-2\")\n    @Tag(\"requirement-%d\")";

    @TempDir private Path root;

    @Test
    void a_requirement_that_is_tagged_is_tested() throws IOException {
        assertThat(inspect("1. **The largest**: is found.", 1)).isEmpty();
    }

    @Test
    void one_without_a_test_is_told() throws IOException {
        assertThat(inspect("1. **The largest**: is found.\n2. **Speed**: it is fast.", 1))
                .extracting(Finding::problem)
                .containsExactly("No test is tagged with requirement 2.");
    }

    @Test
    void a_test_without_one_is_told() throws IOException {
        assertThat(inspect("1. **The largest**: is found.", 2))
                .extracting(Finding::problem)
                .containsExactly(
                        "No test is tagged with requirement 1.",
                        "A test is tagged with requirement 2, but there are 1.");
    }

    @Test
    void other_stages_have_no_requirements() {
        assertThat(new RequirementsAreTested().inspect(Fixture.stage(root))).isEmpty();
    }

    private List<Finding> inspect(String requirements, int tagged) throws IOException {
        Stage sound = Fixture.stage(root);
        Fixture.replace(root.resolve(StagesYaml.NAME), "fresh: true", "transfer: true");
        Fixture.replace(
                sound.testSources().resolve("numbers/NumbersTest.java"),
                "@Tag(\"task-2\")",
                TESTED_BY_ONE.formatted(tagged));
        Files.writeString(sound.lesson(), "# Numbers\n\n## Requirements\n\n" + requirements);
        return new RequirementsAreTested().inspect(StagesYaml.read(root).stage("part1/1-numbers"));
    }
}
