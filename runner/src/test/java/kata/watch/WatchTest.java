package kata.watch;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.concurrent.TimeUnit.SECONDS;

import kata.Fixture;
import kata.Patience;
import kata.command.KataCommand;
import kata.command.Output;
import kata.terminal.Marks;
import kata.terminal.Terminal;
import kata.worker.Worker;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/** The learner's loop, line by line. */
@Timeout(value = 120, unit = SECONDS)
class WatchTest {

    private static final Worker WORKER = new Worker(Patience.LIMIT);
    private static final String SUM = "return all.stream().reduce(0, Integer::sum);";

    @TempDir private Path folder;

    private final BlockingQueue<Optional<String>> typed = new LinkedBlockingQueue<>();
    private final StringWriter out = new StringWriter();
    private volatile Runnable beforeTyping = () -> {};
    private CompletableFuture<Integer> exitCode;

    @AfterAll
    static void end_the_worker() {
        WORKER.close();
    }

    /** Its folder is deleted next. */
    @AfterEach
    void quit() {
        if (exitCode != null) {
            type("q");
            assertThat(exitCode).succeedsWithin(Patience.LIMIT).isEqualTo(0);
        }
    }

    @Test
    void where_nobody_can_type_the_first_verdict_is_the_last() {
        Fixture.kata(folder);

        Output said = Output.by(folder);

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out())
                .contains("OTP kata   [--] 0 of 2 solved", "part1/1-numbers  Numbers and what they")
                .contains("Task 1: Add the numbers up\n  ✗  ")
                .contains("TODO 1: return the sum of the numbers.", "... and 1 more")
                .doesNotContain("Task 2");
    }

    @Test
    void a_solved_stage_says_what_was_learned_and_n_goes_on() {
        Fixture.kata(folder, "solved");
        watch();
        awaitText("✓ All 5 tests pass: you can now fold a list.");

        type("n");

        awaitText("part1/2-average  Their average");
        awaitText("TODO 1: return the average of the numbers.");
    }

    @Test
    void a_verdict_that_cannot_be_written_down_is_told_with_what_keeps_it_from_that()
            throws IOException {
        Fixture.kata(folder, "solved");
        Files.createDirectories(folder.resolve(".kata/progress"));
        Files.createDirectories(folder.resolve(".kata/stage"));
        watch();
        awaitText(".kata/progress cannot be written");
        awaitText("✓ All 5 tests pass");

        type("n");

        awaitText("part1/2-average  Their average");
    }

    @Test
    void a_file_that_is_saved_runs_the_tests_again() throws IOException {
        Fixture.kata(folder, "solved");
        watch();
        awaitText("All 5 tests pass");
        forget();

        Files.writeString(numbers(), solution().replace(SUM, "return 7;"));

        awaitText("✗  the sum is what the numbers come to");
    }

    @Test
    void a_file_that_is_saved_by_renaming_another_is_noticed() throws IOException {
        Fixture.kata(folder, "solved");
        watch();
        awaitText("All 5 tests pass");
        forget();

        Path draft = folder.resolve("draft");
        Files.writeString(draft, solution().replace(SUM, "return 7 +;"));
        Files.move(draft, numbers(), StandardCopyOption.REPLACE_EXISTING);

        awaitText("✗ The code does not compile yet: 1 error.");
        awaitText("illegal start of expression");
    }

    @Test
    void two_files_that_are_saved_at_once_are_one_change() throws IOException {
        Fixture.kata(folder, "solved");
        watch();
        awaitText("All 5 tests pass");
        forget();

        Path printer = numbers().resolveSibling("Printer.java");
        Files.writeString(printer, Files.readString(printer) + "// changed\n");
        Files.writeString(numbers(), solution() + "// changed\n");

        awaitText("All 5 tests pass");
        type("h");
        awaitText("hint");
        assertThat(out.toString().split("All 5 tests pass", -1)).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void a_folder_that_is_deleted_is_told_and_noticed_when_it_is_back() throws IOException {
        Fixture.kata(folder, "solved");
        watch();
        awaitText("All 5 tests pass");
        forget();
        Path sources = folder.resolve("part1/1-numbers/src/main");
        Path away = folder.resolve("away");

        Files.move(sources, away);
        awaitText("has no Java files: get its files back");
        Files.move(away, sources);

        awaitText("All 5 tests pass");
    }

    @Test
    void code_that_ends_the_program_does_not_end_the_watch() throws IOException {
        Fixture.kata(folder, "ends-the-program");
        watch();
        awaitText("✗ The code has ended the whole program, with exit code 3.");
        awaitText("It happened in the test: the largest may be negative");
        forget();

        Files.writeString(numbers(), Files.readString(numbers()).replace("System.exit(3);", ""));

        awaitText("All 5 tests pass");
    }

    @Test
    void a_stage_that_is_chosen_while_the_watch_begins_is_entered() throws IOException {
        Fixture.kata(folder);
        Files.createDirectories(folder.resolve(".kata"));
        beforeTyping = () -> choose("part1/2-average");

        watch();

        awaitText("part1/2-average  Their average");
    }

    /** As another window does. */
    private void choose(String stage) {
        try {
            Files.writeString(folder.resolve(".kata/stage"), stage + "\n");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void a_question_is_answered_in_the_watch() {
        Fixture.kata(folder);
        watch();
        awaitText("TODO 1");

        type("d");
        awaitText("is not solved yet");
        type("n");

        awaitText("OTP kata");
    }

    @Test
    void jshell_is_for_another_window_where_lines_are_typed() {
        Fixture.kata(folder);
        watch();
        awaitText("TODO 1");

        type("j");

        awaitText("run `./kata shell part1/1-numbers` in another window");
    }

    private void watch() {
        var writer = new PrintWriter(out, true);
        var terminal =
                new Terminal(
                        writer, writer, Marks.printableIn(StandardCharsets.UTF_8), this::nextLine);
        exitCode = CompletableFuture.supplyAsync(() -> KataCommand.run(folder, terminal, WORKER));
    }

    private Optional<String> nextLine() {
        beforeTyping.run();
        beforeTyping = () -> {};
        try {
            return typed.take();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private void type(String line) {
        typed.add(Optional.of(line));
    }

    private void awaitText(String text) {
        Awaitility.await()
                .alias(text)
                .atMost(Patience.LIMIT)
                .until(() -> out.toString().contains(text));
    }

    private void forget() {
        out.getBuffer().setLength(0);
    }

    private Path numbers() {
        return folder.resolve("part1/1-numbers/src/main/java/numbers/Numbers.java");
    }

    private String solution() throws IOException {
        return Files.readString(numbers());
    }
}
