package gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import kata.stage.Stage;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

/** How tests and tasks belong together, on the starter and on the way to the solution. */
class TasksTest {

    private static final Gate ON_THE_STARTER = new TasksFailOnTheStarter();

    private static List<Finding> mistagged;

    @TempDir Path root;
    private final Gate oneByOne = new TasksAreSolvedOneByOne();

    @BeforeAll
    static void inspect_mistagged_tests(@TempDir Path folder) {
        mistagged = ON_THE_STARTER.inspect(Fixture.stage(folder, "mistagged-tests"));
    }

    @Test
    void tests_that_fail_by_their_todo_until_it_is_solved_are_fine() {
        Stage stage = Fixture.stage(root);

        assertThat(ON_THE_STARTER.inspect(stage)).isEmpty();
        assertThat(oneByOne.inspect(stage)).isEmpty();
    }

    @Test
    void a_test_that_passes_on_the_starter_is_told() {
        assertThat(problemOf("passes_before_its_task_is_solved"))
                .isEqualTo(
                        "It is tagged with task 1, so it must fail on the starter by a TODO from 1"
                                + " to 1, but it passes");
    }

    @Test
    void a_test_that_fails_without_a_tag_is_told() {
        assertThat(problemOf("belongs_to_a_task_and_does_not_say_so"))
                .isEqualTo(
                        "It carries no @Tag(\"task-n\"), so it must pass on the starter, but: TODO"
                                + " 1: return the sum of the numbers.");
    }

    @Test
    void a_test_that_fails_by_a_later_task_is_told() {
        assertThat(problemOf("needs_a_later_task"))
                .endsWith(
                        "but: TODO 2: return the largest of the numbers, and nothing if there are"
                                + " none.");
    }

    @Test
    void a_test_that_does_not_fail_by_a_todo_is_told() {
        assertThat(problemOf("fails_for_a_reason_of_its_own"))
                .endsWith("but: Expecting empty but was: [1]");
        assertThat(problemOf("is_left_out")).endsWith("but: skipped: too hard");
        assertThat(problemOf("waits_for_ever"))
                .contains("but: ", "still waiting after 50 milliseconds");
    }

    @Test
    void a_set_up_that_fails_is_told_even_if_it_fails_by_the_todo() {
        assertThat(ON_THE_STARTER.inspect(Fixture.stage(root, "failing-set-up")))
                .hasSize(4)
                .allSatisfy(finding ->
                        assertThat(finding.problem())
                                .endsWith(
                                        "but: its class could not be set up: TODO 1: return the"
                                                + " sum of the numbers."));
    }

    @Test
    void a_tag_without_a_task_is_told() {
        assertThat(findingsOf("is_tagged_with_a_task_that_there_is_not"))
                .extracting(Finding::problem)
                .contains(
                        "It is tagged with the tasks [7], but stages.yaml gives part1/1-numbers"
                                + " only 2.");
    }

    @Test
    void a_task_without_a_test_is_told() {
        assertThat(mistagged)
                .contains(
                        new Finding(
                                "part1/1-numbers",
                                "No test is tagged with task 2 (Find the largest number).",
                                "Write a test that fails until then, with @Tag(\"task-2\")."));
    }

    @Test
    void a_starter_that_does_not_compile_is_told() {
        Stage stage = Fixture.stage(root);
        Fixture.replace(
                stage.solutionSources().resolve("numbers/Numbers.java"),
                "        // End of task 1.\n    }",
                "        // End of task 1.\n"
                        + "    }\n\n"
                        + "    int open() {\n"
                        + "        int one;\n"
                        + "        // Task 1: set it.\n"
                        + "        one = 1;\n"
                        + "        // End of task 1.\n"
                        + "        return one;\n"
                        + "    }");

        assertThat(ON_THE_STARTER.inspect(stage))
                .extracting(Finding::where, Finding::problem)
                .containsExactly(
                        tuple(
                                "part1/1-numbers/src/main/java/numbers/Numbers.java, line 23",
                                "This code of part1/1-numbers must compile together with its tests,"
                                        + " but the compiler says: unreachable statement."));
    }

    @Test
    void a_test_that_needs_a_task_that_it_is_not_tagged_with_is_told() {
        assertThat(oneByOne.inspect(Fixture.stage(root, "mistagged-tests")))
                .filteredOn(finding -> finding.where().equals("NumbersTest.needs_a_later_task"))
                .singleElement()
                .extracting(Finding::problem)
                .asString()
                .startsWith(
                        "It needs no task behind task 1, so it must pass when tasks 1 to 1 are"
                                + " solved, but: TODO 2:");
    }

    private static String problemOf(String test) {
        List<Finding> findings = findingsOf(test);
        assertThat(findings).hasSize(1);
        return findings.getFirst().problem();
    }

    private static List<Finding> findingsOf(String test) {
        return mistagged.stream()
                .filter(finding -> finding.where().equals("NumbersTest." + test))
                .toList();
    }
}
