package kata.watch;

import static kata.watch.WatchedKata.SOLVED;
import static kata.watch.WatchedKata.UNSOLVED;

import static org.assertj.core.api.Assertions.assertThat;

import kata.Fixture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What a learner saves, and what the screen of the watch says to it, at a real terminal. */
class WatchSavesTest extends AtTheScreen {

    @Test
    void an_unsolved_stage_says_what_to_do_first() {
        assertThat(window.screen())
                .startsWith(
                        """
                        OTP kata   [--] 0 of 2 solved

                        part1/1-numbers  Numbers and what they come to
                          read   part1/1-numbers/README.md
                          open   part1/1-numbers/src/main/java/numbers/Numbers.java:16
                          tasks  · 1  · 2   0 of 2 tasks, 3 tests to go
                        Ended at\
                        """)
                .contains(
                        """
                        Task 1: Add the numbers up
                          ✗  the sum is what the numbers come to
                             TODO 1: return the sum of the numbers.
                          ✗  no numbers come to nothing
                             TODO 1: return the sum of the numbers.
                        """);
    }

    @Test
    void a_solved_stage_is_praised_in_words_and_in_colours() throws IOException {
        kata.save(kata.solution());

        window.awaitScreen("[#-] 1 of 2 solved", SOLVED);
        assertThat(window.printed()).contains("\u001b[32m✓");
    }

    @Test
    void code_that_does_not_compile_is_shown_with_its_place() throws IOException {
        kata.save(kata.solution().replace("Integer::sum);", "Integer::sum)"));

        window.awaitScreen(
                "open   part1/1-numbers/src/main/java/numbers/Numbers.java:17\n",
                "✗ The code does not compile yet: 1 error.",
                "numbers/Numbers.java:17: error: ';' expected");
    }

    @Test
    void of_many_errors_the_first_is_on_the_screen() throws IOException {
        kata.save(kata.starter().replace("// " + UNSOLVED, "nowhere();\n".repeat(24)));

        // The second is as wide as the terminal.
        window.awaitScreen(
                "✗ The code does not compile yet: 24 errors.",
                "numbers/Numbers.java:15: error: cannot find symbol");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void what_the_code_prints_is_shown_be_it_right_or_wrong(int extra) throws IOException {
        kata.save(
                kata.solution()
                        .replace(
                                "return all.stream().reduce(0,",
                                "System.out.println(\"summing \" + all);"
                                        + " return all.stream().reduce(%d,".formatted(extra)));

        window.awaitScreen("Printed meanwhile:", "  summing [1, 2]", "Ended at");
    }

    @Test
    void a_todo_that_was_made_a_comment_keeps_no_stage_unsolved() throws IOException {
        kata.save(
                kata.solution()
                        .replace(
                                "return all.stream().reduce",
                                "// throw new UnsupportedOperationException(\"%s\");\n"
                                                .formatted(UNSOLVED)
                                        + "return all.stream().reduce"));

        window.awaitScreen("[#-] 1 of 2 solved", SOLVED);
    }

    @Test
    void an_empty_file_is_named_above_the_errors_that_it_causes() throws IOException {
        kata.save("");

        window.awaitScreen(
                "Next: get back what is gone or empty: numbers/Numbers.java",
                "3 tests to go, when the tests last ran",
                "✗ The code does not compile yet");
    }

    @Test
    void code_that_ends_the_program_does_not_end_the_watch() throws IOException {
        kata.save(
                kata.solution()
                        .replace(
                                "return all.stream().max(",
                                "System.exit(3); return all.stream().max("));
        window.awaitScreen(
                "✗ The code has ended the whole program, with exit code 3.",
                "It happened in the test: the largest may be negative");

        kata.save(kata.solution());

        window.awaitScreen(SOLVED);
    }

    @Test
    void a_file_that_is_saved_by_renaming_another_is_noticed() throws IOException {
        Path draft = Files.writeString(folder.resolve("draft"), kata.solution());
        Files.move(draft, kata.numbers(), StandardCopyOption.REPLACE_EXISTING);

        window.awaitScreen(SOLVED);
    }

    @Test
    void of_two_saves_in_a_row_the_last_counts() throws IOException {
        kata.save("not Java at all");
        kata.save(kata.solution());

        window.awaitScreen(SOLVED);
    }

    @Test
    void two_files_that_need_each_other_can_be_saved_at_once() throws IOException {
        Path printer = kata.numbers().resolveSibling("Printer.java");
        Fixture.replace(printer, "numbers.all().size()", "numbers.count()");
        kata.save(
                kata.solution()
                        .replace(
                                "(List<Integer> all) {",
                                "(List<Integer> all) { int count() { return all.size(); }"));
        window.awaitScreen(SOLVED);

        Fixture.replace(printer, "numbers.count()", "numbers.all().size()");
    }

    @Test
    void a_stage_that_is_deleted_is_told_and_noticed_when_it_is_back() throws IOException {
        delete(folder.resolve("part1/1-numbers"));
        window.awaitScreen("✗ Stage part1/1-numbers (learner) has no Java files");

        Fixture.kata(folder, "with-hints");

        window.awaitScreen(UNSOLVED);
    }

    @Test
    void a_folder_that_cannot_be_written_is_named_and_r_tries_again() throws IOException {
        window.resize(200, 24);
        Path written = folder.resolve(".kata");
        delete(written);
        Files.writeString(written, "in the place of the folder");
        kata.save(kata.solution());
        window.awaitScreen(".kata cannot be written");

        Files.delete(written);
        window.type("r");

        window.awaitScreen(SOLVED);
    }

    @Test
    void progress_that_cannot_be_written_does_not_end_the_watch() throws IOException {
        window.resize(200, 24);
        Path progress = folder.resolve(".kata/progress");
        Files.delete(progress);
        Files.createDirectory(progress);
        kata.save(kata.solution());
        window.awaitScreen("progress cannot be written");

        Files.delete(progress);
        window.type("r");

        window.awaitScreen(SOLVED);
    }

    @Test
    void a_file_that_is_not_text_does_not_end_the_watch() throws IOException {
        Files.write(kata.numbers(), "// Größe".getBytes(StandardCharsets.ISO_8859_1));
        window.awaitScreen("Numbers.java is not UTF-8 text");

        kata.save(kata.solution());

        window.awaitScreen(SOLVED);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            List<Path> innermostFirst = paths.sorted(Comparator.reverseOrder()).toList();
            for (Path path : innermostFirst) {
                Files.delete(path);
            }
        }
    }
}
