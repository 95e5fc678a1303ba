package kata.gate;

import static org.assertj.core.api.Assertions.assertThat;

import kata.Fixture;
import kata.model.Kata;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class ModulesFollowTheStagesTest {

    @TempDir Path root;
    private Kata kata;

    @BeforeEach
    void copy_the_fixture() {
        kata = Fixture.kata(root);
    }

    @Test
    void reactors_that_follow_the_stages_are_fine() {
        assertThat(inspect()).isEmpty();
    }

    @Test
    void more_modules_may_follow_the_solutions() {
        Fixture.replace(
                root.resolve("solutions/pom.xml"),
                "<module>gates</module>",
                "<module>gates</module><module>bench</module>");

        assertThat(inspect()).isEmpty();
    }

    @Test
    void a_stage_that_the_learners_reactor_lacks_is_told() {
        Fixture.replace(root.resolve("pom.xml"), "    <module>part1/2-average</module>\n", "");

        assertThat(inspect())
                .containsExactly(
                        new Finding(
                                "pom.xml",
                                "Its modules must be exactly [otp, runner, part1/1-numbers,"
                                        + " part1/2-average], as in stages.yaml, but they are [otp,"
                                        + " runner, part1/1-numbers].",
                                "Run `./kata derive`, or correct the modules."));
    }

    @Test
    void solutions_in_another_order_or_without_the_gates_are_told() {
        Fixture.replace(root.resolve("solutions/pom.xml"), "<module>gates</module>", "");

        assertThat(inspect())
                .singleElement()
                .extracting(Finding::problem)
                .asString()
                .startsWith(
                        "Its modules must be first, and gates behind them, [../otp, ../runner,");
    }

    @Test
    void a_stage_without_a_module_file_is_told() throws IOException {
        Files.delete(root.resolve("solutions/part1/2-average/pom.xml"));

        assertThat(inspect())
                .extracting(Finding::where)
                .containsExactly("solutions/part1/2-average/pom.xml");
    }

    @Test
    void a_reactor_that_is_missing_or_no_xml_is_told() throws IOException {
        Files.writeString(root.resolve("pom.xml"), "<project>\n<modules></project>");
        assertThat(inspect())
                .extracting(Finding::problem)
                .containsExactly("pom.xml, line 2: this is not XML; mend it.");

        Files.delete(root.resolve("pom.xml"));
        assertThat(inspect())
                .extracting(Finding::problem)
                .containsExactly("pom.xml cannot be read: get it back.");
    }

    private List<Finding> inspect() {
        return new ModulesFollowTheStages().inspect(kata);
    }
}
