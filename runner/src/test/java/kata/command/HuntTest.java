package kata.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import kata.Fixture;
import kata.Patience;
import kata.terminal.Answers;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Two mistakes can be seen by a test, and one only by a rule. */
class HuntTest {

    private static final String SUM_OF_TWO =
            """

                @Test
                void one_and_two_are_three() {
                    assertThat(new Numbers(List.of(1, 2)).sum()).isEqualTo(3);
                }
            }
            """;

    @TempDir private Path folder;
    private Path test;

    @BeforeEach
    void lay_out_the_kata() {
        Fixture.kata(folder, "with-a-hunt");
        test = folder.resolve("part1/1-numbers/hunt/numbers/NumbersHuntTest.java");
    }

    @Test
    void mistakes_are_described_and_their_code_is_hidden() {
        Output said = hunt("");
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out())
                .startsWith(
                        """
                        part1/1-numbers  Hunt: 2 hidden mistakes
                          read   part1/1-numbers/hunt/README.md
                          write  part1/1-numbers/hunt/numbers/NumbersHuntTest.java

                        Running your tests against 5 solutions ...

                        Your tests
                          ✓ nothing comes to nothing

                        Hard: one test was written for it
                          ·  1  The first number is left out
                          ·  2  The largest number is never below zero

                        All answers are right, and a rule of the stage is broken: for those who know ArchUnit
                          ·  3  The numbers print themselves

                        Caught 0 of 2 in \
                        """)
                .doesNotContain("skip(1)", "+++");
    }

    @Test
    void a_mistake_that_is_caught_shows_its_code_when_it_is_new_and_when_it_is_asked_for() {
        append(SUM_OF_TWO);
        assertThat(hunt("").out())
                .contains(
                        """
                          ✓  1  The first number is left out
                                caught by: one and two are three
                        """,
                        "Caught 1 of 2 in ",
                        "\n1  The first number is left out\n",
                        "\n-        return all.stream().reduce",
                        "\n+        return all.stream().skip(1).reduce");
        assertThat(hunt("").out()).contains("Caught 1 of 2").doesNotContain("skip(1)");
        assertThat(hunt("1\n2\n9\n").out())
                .contains(
                        "skip(1)",
                        "Mistake 2 is still hidden: catch it first.\n",
                        "There is no mistake 9: give a number from 1 to 3.\n");
    }

    @Test
    void what_was_caught_is_told_where_it_cannot_be_written_down() throws IOException {
        append(SUM_OF_TWO);
        Files.createDirectories(folder.resolve(".kata/hunt/folder"));
        Output said = hunt("");
        assertThat(said.out()).contains("Caught 1 of 2 in ");
        assertThat(said.err()).contains(folder.resolve(".kata/hunt") + " cannot be written");
    }

    @Test
    void the_hunt_is_won_when_each_mistake_is_caught_that_a_test_can_see() {
        append(
                """

                    @Test
                    void the_largest_may_be_negative() {
                        assertThat(new Numbers(List.of(-2, -1)).largest()).contains(-1);
                    }
                """
                        + SUM_OF_TWO);
        Output said = hunt("");
        assertThat(said.out()).contains("Caught 2 of 2 in ");
        assertThat(said.code()).isZero();
    }

    @Test
    void a_rule_can_be_hunted_too() throws IOException {
        Files.writeString(
                test.resolveSibling("RuleHuntTest.java"),
                """
                package numbers;

                import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

                import com.tngtech.archunit.junit.AnalyzeClasses;
                import com.tngtech.archunit.junit.ArchTest;
                import com.tngtech.archunit.lang.ArchRule;

                @AnalyzeClasses(packages = "numbers")
                class RuleHuntTest {
                    @ArchTest
                    static final ArchRule numbers_do_not_print =
                            noClasses()
                                    .that()
                                    .haveSimpleName("Numbers")
                                    .should()
                                    .dependOnClassesThat()
                                    .haveSimpleName("Printer");
                }
                """);
        assertThat(hunt("").out())
                .contains(
                        "  ✓  3  The numbers print themselves\n", "Caught 0 of 2, and 1 by a rule");
    }

    @Test
    void a_test_that_fails_on_the_reference_does_not_count_and_is_told_why() {
        Fixture.replace(test, "isZero()", "isOne()");
        Output said = hunt("");
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out())
                .contains(
                        """
                          ✗ nothing comes to nothing
                            does not count, as it fails on what is right
                            on the reference: expected: 1 but was: 0

                        No test counts yet, so nothing was hunted.
                        """)
                .doesNotContain("Caught");
    }

    @Test
    void tests_that_do_not_compile_show_what_the_compiler_says() {
        Fixture.replace(test, "isZero()", "isZer()");
        assertThat(hunt("").out())
                .contains(
                        "does not compile yet: 1 error",
                        "part1/1-numbers/hunt/numbers/NumbersHuntTest.java:12: error: cannot find"
                                + " symbol\n")
                .doesNotContain("Caught");
    }

    @Test
    void without_a_test_the_hunt_says_what_to_do() {
        Fixture.replace(test, "@Test", "");
        Output said = hunt("");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err())
                .isEqualTo(
                        "There is no test in part1/1-numbers/hunt yet: write a method with @Test,"
                                + " or get the starter back with git.\n");
    }

    @Test
    void a_stage_without_a_hunt_names_those_that_have_one() {
        Output said = Output.by(folder, "hunt", "2-average");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err())
                .isEqualTo(
                        "part1/2-average has no hunt: name a stage that has one, such as"
                                + " part1/1-numbers.\n");
    }

    @Test
    void a_save_starts_the_hunt_again() {
        StringWriter said = new StringWriter();
        Answers hunter =
                () -> {
                    awaitText(said, "Caught 0 of 2");
                    append(SUM_OF_TWO);
                    awaitText(said, "Caught 1 of 2");
                    return Optional.of("q");
                };
        assertThat(Output.answering(hunter, said, folder, "hunt", "1-numbers").code()).isOne();
    }

    @Test
    void to_quit_ends_a_hunt_whose_tests_never_do() {
        Path begun = folder.resolve("begun");
        append(
                """

                    @Test
                    void waits() throws Exception {
                        java.nio.file.Files.createFile(java.nio.file.Path.of("%s"));
                        new java.util.concurrent.CountDownLatch(1).await();
                    }
                }
                """
                        .formatted(begun));
        StringWriter said = new StringWriter();
        Answers hunter =
                () -> {
                    await().atMost(Patience.LIMIT).until(() -> Files.exists(begun));
                    return Optional.of("q");
                };

        assertThat(Output.answering(hunter, said, folder, "hunt", "1-numbers").code()).isOne();
        assertThat(said.toString())
                .endsWith("Running your tests against 5 solutions ...\n\n")
                .doesNotContain("cancelled");
    }

    private Output hunt(String typed) {
        return Output.answering(typed, folder, "hunt", "part1/1-numbers");
    }

    private void append(String members) {
        try {
            String text = Files.readString(test).stripTrailing();
            Files.writeString(test, text.substring(0, text.length() - 1) + members);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void awaitText(StringWriter said, String text) {
        await().atMost(Patience.LIMIT).until(() -> said.toString().contains(text));
    }
}
