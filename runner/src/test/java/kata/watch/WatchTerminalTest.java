package kata.watch;

import static kata.TerminalWindow.CONTROL_C;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.concurrent.TimeUnit.SECONDS;

import kata.Fixture;
import kata.TerminalWindow;
import kata.worker.Worker;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How the watch begins and ends at a real terminal, and what keeps it waiting. */
@DisabledOnOs(OS.WINDOWS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(value = 180, unit = SECONDS)
class WatchTerminalTest {

    @TempDir private static Path endless;

    private static TerminalWindow busy;

    @TempDir private Path folder;

    /** It takes its time, so that it begins first and is looked at last. */
    @BeforeAll
    static void watch_an_endless_loop() {
        Fixture.kata(endless, "endless-loop");
        busy = LaunchedKata.watch(endless, Worker.LIMIT);
    }

    @AfterAll
    static void end_the_watch() {
        busy.close();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void an_endless_loop_is_given_up_and_the_watch_goes_on() {
        busy.awaitScreen(
                "still running after %d s".formatted(Worker.LIMIT.toSeconds()),
                "at part1/1-numbers/src/main/java/numbers/Numbers.java:18");

        Fixture.kata(endless, "solved");

        busy.awaitScreen(WatchedKata.SOLVED);
    }

    @Test
    void a_deadlock_is_given_up_and_the_watch_goes_on() {
        Fixture.kata(folder, "deadlock");
        try (TerminalWindow window = LaunchedKata.watch(folder)) {
            window.awaitScreen("still waiting after 1 second", WatchedKata.DRAWN);

            Fixture.kata(folder, "solved");

            window.awaitScreen(WatchedKata.SOLVED);
        }
    }

    @Test
    void control_c_ends_the_demo_and_not_the_watch() {
        Fixture.kata(folder, "with-a-program", "program-without-end");
        try (TerminalWindow window = LaunchedKata.watch(folder)) {
            window.awaitScreen(WatchedKata.DRAWN);
            window.type("m");
            window.awaitScreen("still at work");

            window.type(CONTROL_C);

            window.awaitScreen("(press a key to go on)");
            window.type(" ");
            window.awaitScreen(WatchedKata.DRAWN);
        }
    }

    @Test
    void without_colours_all_else_is_as_ever() {
        Fixture.kata(folder);
        try (TerminalWindow window = LaunchedKata.watch(folder, Map.of("NO_COLOR", "1"))) {
            window.awaitScreen(WatchedKata.UNSOLVED, WatchedKata.DRAWN);
            window.type("q");

            assertThat(window.exitCode()).isZero();
            assertThat(window.printed()).doesNotContainPattern("\u001b\\[[0-9;]*m");
        }
    }

    @Test
    void a_terminal_that_can_do_nothing_else_gets_the_same_words_line_by_line() {
        Fixture.kata(folder);
        try (TerminalWindow window = LaunchedKata.watch(folder, Map.of("TERM", "dumb"))) {
            window.awaitScreen("  ✗  the sum is what the numbers come to", WatchedKata.DRAWN);
            window.type("d\r");
            window.awaitScreen("is not solved yet", "N]");
            window.type("n\r");
            window.awaitScreen("N] n", WatchedKata.DRAWN);
            window.type("o\r");
            window.awaitPrinted("Numbers add up.");
            window.type("q\r");

            assertThat(window.exitCode()).isZero();
            assertThat(window.printed()).doesNotContain("\u001b");
        }
    }

    @Test
    void q_ends_the_watch_and_leaves_the_terminal_as_it_was() {
        Fixture.kata(folder);
        try (TerminalWindow window = watchInAShell()) {
            window.awaitScreen(WatchedKata.DRAWN);

            window.type("q");

            assertThatTheShellGoesOnAsBefore(window);
        }
    }

    @Test
    void control_c_ends_the_watch_and_leaves_the_terminal_as_it_was() {
        Fixture.kata(folder);
        try (TerminalWindow window = watchInAShell()) {
            window.awaitScreen(WatchedKata.DRAWN);

            window.type(CONTROL_C);

            assertThatTheShellGoesOnAsBefore(window);
        }
    }

    @Test
    void control_c_ends_the_watch_at_a_question_too() {
        Fixture.kata(folder);
        try (TerminalWindow window = watchInAShell()) {
            window.awaitScreen(WatchedKata.DRAWN);
            window.type("d");
            window.awaitScreen("N]");

            window.type(CONTROL_C);

            assertThatTheShellGoesOnAsBefore(window);
        }
    }

    private void assertThatTheShellGoesOnAsBefore(TerminalWindow window) {
        window.awaitPrinted("exit code 0");
        assertThat(window.exitCode()).isZero();
        assertThat(window.printed()).contains("\u001b[?2004h");
        assertThat(window.printed().replaceFirst("(?s).*\u001b\\[\\?2004", "")).startsWith("l");
        assertThat(folder.resolve("after")).hasSameTextualContentAs(folder.resolve("before"));
    }

    /**
     * Control-C reaches whatever runs at the terminal: the shell has to ignore it. The terminal's
     * size is left out: it comes some time after the start.
     */
    private TerminalWindow watchInAShell() {
        String script =
                """
                trap : INT
                stty -g > before
                %s
                echo "exit code $?"
                stty -g > after
                """
                        .formatted(quoted(LaunchedKata.command()));
        return TerminalWindow.open(
                folder, LaunchedKata.environment(Map.of()), List.of("sh", "-c", script));
    }

    private static String quoted(List<String> command) {
        return command.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
    }
}
