package kata.command;

import static org.assertj.core.api.Assertions.assertThat;

import kata.Fixture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class HintTest {

    private static final String QUESTION =
            """
            Hint 1 of 3: A question

            What do no numbers come to?
            """;
    private static final String CONCEPT =
            """
            Hint 2 of 3: The concept

            `reduce` begins with 100% of nothing.

            - It then adds one number after the other.
            """;
    private static final String CODE =
            """
            Hint 3 of 3: The code

                # Not a heading, as it stands in code.
                return all.stream().reduce(0, Integer::sum);
            """;
    private static final String HEADING = "part1/1-numbers  Task 1: Add the numbers up\n\n";
    private static final String LAST = "\nThat was the last hint for this task.\n";

    @TempDir private Path folder;

    @Test
    void each_time_there_is_one_hint_more() {
        Fixture.kata(folder, "with-hints");
        assertThat(hint())
                .isEqualTo(HEADING + QUESTION + "\nStill stuck? Run this again for hint 2.\n");
        assertThat(hint())
                .isEqualTo(HEADING + CONCEPT + "\nStill stuck? Run this again for hint 3.\n");
        assertThat(hint()).isEqualTo(HEADING + CODE + LAST);
    }

    @Test
    void after_the_last_hint_all_of_them_are_shown_again() {
        Fixture.kata(folder, "with-hints");
        hint();
        hint();
        hint();
        String all = HEADING + QUESTION + "\n" + CONCEPT + "\n" + CODE + LAST;
        assertThat(hint()).isEqualTo(all);
        assertThat(hint()).isEqualTo(all);
    }

    @Test
    void again_shows_what_was_seen_and_nothing_more() {
        Fixture.kata(folder, "with-hints");
        hint();
        String seen = HEADING + QUESTION + "\nStill stuck? Run this again for hint 2.\n";
        assertThat(hint("--again")).isEqualTo(seen);
        assertThat(hint("--again")).isEqualTo(seen);
        assertThat(hint()).contains("Hint 2 of 3").doesNotContain("Hint 1 of 3");
    }

    @Test
    void again_is_refused_before_the_first() {
        Fixture.kata(folder, "with-hints");
        assertThat(Output.by(folder, "hint", "--again"))
                .isEqualTo(
                        refused(
                                "No hint for task 1 of part1/1-numbers was shown yet: leave out"
                                        + " --again to see the first."));
    }

    @Test
    void the_hints_of_each_task_are_counted_by_themselves() {
        Fixture.kata(folder, "with-hints");
        assertThat(hint("1-numbers", "--task", "2")).contains("Task 2:", "Hint 1 of 3");
        assertThat(hint("1-numbers", "--task", "1")).contains("Task 1:", "Hint 1 of 3");
        assertThat(hint("1-numbers", "--task", "2")).contains("Task 2:", "Hint 2 of 3");
    }

    @Test
    void nothing_but_the_count_is_lost_with_what_is_remembered() throws IOException {
        Fixture.kata(folder, "with-hints");
        hint();
        Files.writeString(folder.resolve(".kata/hints"), "part1/1-numbers 1 many\n");
        assertThat(hint()).contains("Hint 1 of 3");
        Files.delete(folder.resolve(".kata/hints"));
        assertThat(hint()).contains("Hint 1 of 3");
    }

    @Test
    void a_hint_that_cannot_be_counted_is_shown_all_the_same() throws IOException {
        Fixture.kata(folder, "with-hints");
        Files.createDirectories(folder.resolve(".kata/hints"));
        Output said = Output.by(folder, "hint");
        assertThat(said.out())
                .contains("Hint 1 of 3")
                .endsWith("Still stuck? The next hint is in part1/1-numbers/HINTS.md.\n");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err())
                .startsWith("%s cannot be written (".formatted(folder.resolve(".kata/hints")));
    }

    @Test
    void the_first_todo_that_is_left_says_which_task_it_is() {
        Fixture.kata(folder, "with-hints");
        Fixture.replace(
                numbers(),
                "throw new UnsupportedOperationException(\"TODO 1: return the sum of the"
                        + " numbers.\");",
                "return 0;");
        assertThat(hint()).contains("Task 2:");
    }

    @Test
    void a_task_whose_test_failed_comes_before_a_todo() {
        Fixture.kata(folder, "with-hints");
        Fixture.replace(
                numbers(),
                "throw new UnsupportedOperationException(\"TODO 1: return the sum of the"
                        + " numbers.\");",
                "return 0;");
        Output.by(folder, "run", "1-numbers");
        assertThat(hint()).contains("Task 1:");
    }

    @Test
    void without_a_todo_the_last_run_says_which_task_it_is() {
        Fixture.kata(folder, "solved", "with-hints");
        Fixture.replace(numbers(), "Comparator.naturalOrder()", "Comparator.reverseOrder()");
        assertThat(Output.by(folder, "hint", "1-numbers"))
                .isEqualTo(
                        refused(
                                "No task of part1/1-numbers is known to be open: see with `./kata"
                                        + " run part1/1-numbers`, or name one, such as --task 1."));
        Output.by(folder, "run", "1-numbers");
        assertThat(hint("1-numbers")).contains("Task 2:");
    }

    @Test
    void a_solved_stage_gives_hints_for_a_task_that_is_named() {
        Fixture.kata(folder, "solved", "with-hints");
        Output.by(folder, "run", "1-numbers");
        assertThat(Output.by(folder, "hint", "1-numbers"))
                .isEqualTo(
                        refused(
                                "Every task of part1/1-numbers is solved: see its hints with"
                                        + " `./kata hint part1/1-numbers --task 1`."));
        assertThat(hint("1-numbers", "--task", "1")).contains("Task 1:");
    }

    @Test
    void a_task_that_does_not_exist_is_refused() {
        Fixture.kata(folder, "with-hints");
        assertThat(Output.by(folder, "hint", "--task", "3"))
                .isEqualTo(refused("part1/1-numbers has no task 3: its tasks are 1 to 2."));
    }

    @Test
    void missing_hints_are_named() throws IOException {
        Fixture.kata(folder);
        assertThat(Output.by(folder, "hint"))
                .isEqualTo(
                        refused(
                                "part1/1-numbers/HINTS.md cannot be read (it is missing): check it"
                                        + " and its permissions, or get it back, for example with"
                                        + " git."));
        Files.writeString(folder.resolve("part1/1-numbers/HINTS.md"), "# Hints\n");
        assertThat(Output.by(folder, "hint"))
                .isEqualTo(
                        refused(
                                "part1/1-numbers/HINTS.md has no hints for task 1: get it back, for"
                                        + " example with git."));
    }

    private String hint(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "hint";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        Output said = Output.by(folder, all);
        assertThat(said).isEqualTo(new Output(0, said.out(), ""));
        return said.out();
    }

    private static Output refused(String sentence) {
        return new Output(2, "", sentence + "\n");
    }

    private Path numbers() {
        return folder.resolve("part1/1-numbers/src/main/java/numbers/Numbers.java");
    }
}
