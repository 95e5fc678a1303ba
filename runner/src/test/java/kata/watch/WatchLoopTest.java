package kata.watch;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.concurrent.TimeUnit.SECONDS;

import kata.Fixture;
import kata.TerminalWindow;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The watch while tests run that never end: it goes on to hear keys and saves, and is quick. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 180, unit = SECONDS)
class WatchLoopTest {

    /** What waited for the end of tests that have this time would come too late to be seen. */
    private static final Duration WITHOUT_END = Duration.ofHours(1);

    private static final String RUNNING = "Running the tests ... 1 s";

    @TempDir private Path folder;

    @Test
    void a_save_during_a_run_ends_that_run_and_the_newest_code_is_judged() {
        Fixture.kata(folder, "endless-loop");
        try (TerminalWindow window = LaunchedKata.watch(folder, WITHOUT_END)) {
            window.awaitScreen(RUNNING);

            Fixture.kata(folder, "solved");

            window.awaitScreen(WatchedKata.SOLVED);
        }
    }

    @Test
    void keys_are_answered_while_tests_run() {
        Fixture.kata(folder, "endless-loop");
        try (TerminalWindow window = LaunchedKata.watch(folder, WITHOUT_END)) {
            window.awaitScreen(RUNNING);

            window.type("h");
            window.awaitScreen("HINTS.md cannot be read");
            window.type("d");
            window.awaitScreen("is not solved yet", "N]");
            window.type("n\r");
            window.awaitScreen("N] n", "Running the tests");
            window.type("q");

            assertThat(window.exitCode()).isZero();
        }
    }

    @Test
    void a_save_is_noticed_while_a_question_is_open() throws IOException {
        Fixture.kata(folder);
        try (TerminalWindow window = LaunchedKata.watch(folder)) {
            window.awaitScreen(WatchedKata.UNSOLVED, WatchedKata.DRAWN);
            window.type("d");
            window.awaitScreen("N]");

            Files.writeString(numbers(), "not Java");

            window.awaitScreen("The code does not compile yet", "N]");
        }
    }

    @Test
    void a_stage_that_is_chosen_in_another_window_is_entered() throws IOException {
        Fixture.kata(folder);
        try (TerminalWindow window = LaunchedKata.watch(folder)) {
            window.awaitScreen(WatchedKata.UNSOLVED, WatchedKata.DRAWN);

            Files.createDirectories(folder.resolve(".kata"));
            Files.writeString(folder.resolve(".kata/stage"), "part1/2-average\n");

            window.awaitScreen("part1/2-average  Their average", "Ended at");
        }
    }

    @Test
    void a_save_through_a_link_is_noticed() throws IOException {
        Fixture.kata(folder);
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path real = elsewhere.resolve("Numbers.java");
        Files.move(numbers(), real);
        Files.createSymbolicLink(numbers(), real);
        try (TerminalWindow window = LaunchedKata.watch(folder)) {
            window.awaitScreen(WatchedKata.UNSOLVED, WatchedKata.DRAWN);

            Files.writeString(real, "not Java");

            window.awaitScreen("The code does not compile yet");
        }
    }

    @Test
    void files_that_editors_keep_for_themselves_or_that_code_writes_start_no_run()
            throws IOException {
        Fixture.kata(folder);
        FileSnapshot before = FileSnapshot.of(numbers().getParent());

        for (String name :
                new String[] {
                    ".Numbers.java.swp",
                    ".#Numbers.java",
                    "#Numbers.java#",
                    "Numbers.java~",
                    ".DS_Store",
                    "._Numbers.java",
                    "4913",
                    "log.txt"
                }) {
            Files.writeString(numbers().resolveSibling(name), "not Java");
        }

        assertThat(FileSnapshot.of(numbers().getParent())).isEqualTo(before);
    }

    @Test
    void a_message_of_a_megabyte_does_not_keep_the_watch_from_ending() {
        Fixture.kata(folder);
        Fixture.replace(
                numbers(), "\"TODO 1: return the sum of the numbers.\"", "\"x\".repeat(1_000_000)");
        try (TerminalWindow window = LaunchedKata.watch(folder)) {
            window.awaitScreen("xxxxxxxx", WatchedKata.DRAWN);

            window.type("q");

            assertThat(window.exitCode()).isZero();
        }
    }

    private Path numbers() {
        return folder.resolve("part1/1-numbers/src/main/java/numbers/Numbers.java");
    }
}
