package kata.watch;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.concurrent.TimeUnit.SECONDS;

import kata.Fixture;
import kata.Patience;
import kata.TerminalWindow;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What people are used to at a terminal: colours, Control-Z, their editor, closing the window. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 180, unit = SECONDS)
class TerminalHabitsTest {

    private static final String GREEN = "\u001b[32m";
    private static final String RED = "\u001b[31m";

    @TempDir private Path folder;

    @BeforeEach
    void write_a_kata() {
        Fixture.kata(folder, "with-hints");
    }

    @Test
    void a_list_has_colours_unless_they_are_not_wanted() {
        try (TerminalWindow window = command(Map.of(), "list")) {
            window.awaitPrinted("Next: part1/1-numbers");
            assertThat(window.printed()).contains(RED + "✗");
        }
        try (TerminalWindow window = command(Map.of("NO_COLOR", "1"), "list")) {
            window.awaitPrinted("Next: part1/1-numbers");
            assertThat(window.printed()).contains("✗ not solved").doesNotContain(RED, GREEN);
        }
    }

    @Test
    void e_opens_the_editor_at_the_open_task() throws IOException {
        Files.writeString(folder.resolve("editor"), "echo \"$@\" > edited\n");
        try (TerminalWindow window = LaunchedKata.watch(folder, Map.of("EDITOR", "sh editor"))) {
            window.awaitScreen(WatchedKata.UNSOLVED, WatchedKata.DRAWN);
            window.type("e");
            String numbers = "part1/1-numbers/src/main/java/numbers/Numbers.java";
            Awaitility.await()
                    .atMost(Patience.LIMIT)
                    .ignoreExceptions()
                    .untilAsserted(() ->
                            assertThat(Files.readString(folder.resolve("edited")))
                                    .matches("\\+\\d+ \\S*" + numbers + "\n"));
            window.awaitScreen(WatchedKata.UNSOLVED, WatchedKata.DRAWN);
            assertThat(window.screen()).doesNotContain("exit code");
        }
    }

    @Test
    void a_hint_says_how_to_see_the_next_one_and_goes_when_the_stage_is_solved() {
        try (TerminalWindow window = LaunchedKata.watch(folder)) {
            window.awaitScreen(WatchedKata.UNSOLVED, WatchedKata.DRAWN);
            window.type("h");
            window.awaitScreen("Press h again for hint 2.");

            Fixture.copy("solved", folder);
            window.awaitScreen(WatchedKata.SOLVED, WatchedKata.DRAWN);
            window.awaitGone("Press h again");
        }
    }

    @Test
    void control_z_goes_back_to_the_shell_and_fg_to_the_watch() throws IOException {
        try (TerminalWindow window = watchInAShell()) {
            window.type("\u001a");
            assertThatTheShellHasTheTerminal(window);
            window.type("fg\n");
            assertThatTheWatchHasTheTerminal(window);
        }
    }

    @Test
    void control_z_goes_back_to_the_shell_at_a_question_too() throws IOException {
        try (TerminalWindow window = watchInAShell()) {
            window.type("d");
            window.awaitScreen("N]");
            window.type("\u001a");
            assertThatTheShellHasTheTerminal(window);
            window.type("fg\n");
            window.awaitScreen("N]", WatchedKata.DRAWN);
            window.type("n\r");
            assertThatTheWatchHasTheTerminal(window);
        }
    }

    @Test
    void what_is_stopped_from_outside_goes_on_with_fg() throws IOException {
        try (TerminalWindow window = watchInAShell()) {
            ProcessHandle shell = window.processes().getFirst();
            TerminalWindow.signal(shell.children().findFirst().orElseThrow(), "STOP");
            assertThatTheShellHasTheTerminal(window);
            window.type("fg\n");
            assertThatTheWatchHasTheTerminal(window);
        }
    }

    /** Those who look at a clock find that time has passed in which they could do nothing. */
    @Test
    void tests_that_were_stopped_for_longer_than_they_may_take_are_not_given_up()
            throws IOException {
        Fixture.copy("solved", folder);
        Fixture.replace(
                folder.resolve("part1/1-numbers/src/main/java/numbers/Numbers.java"),
                "return all.stream().reduce",
                """
                try { Thread.sleep(2_000); } catch (InterruptedException stopped) { return -1; }
                return all.stream().reduce\
                """);
        stopForLong(WatchedKata.SOLVED);
    }

    @Test
    void tests_that_were_stopped_before_the_first_has_begun_are_not_given_up() throws IOException {
        Fixture.copy("solved", folder);
        Fixture.replace(
                folder.resolve("part1/1-numbers/src/test/java/numbers/NumbersTest.java"),
                "class NumbersTest {",
                """
                @org.junit.jupiter.api.DisplayNameGeneration(NumbersTest.SlowNames.class)
                class NumbersTest {

                    static class SlowNames extends org.junit.jupiter.api.DisplayNameGenerator.Simple {

                        static {
                            try { Thread.sleep(4_000); } catch (InterruptedException stopped) {}
                        }
                    }
                """);
        stopForLong("NumbersTest.java was edited");
    }

    private void stopForLong(String verdict) throws IOException {
        try (TerminalWindow window = shell(LaunchedKata.command(Duration.ofSeconds(8)))) {
            window.type("sh watch\n");
            window.awaitScreen("Running the tests ... 2 s");
            window.type("\u001a");
            window.awaitScreen("Stopped", "shell$");
            window.type("sleep 10; echo 'slept ''long'\n");
            window.awaitScreen("slept long");
            window.type("fg\n");
            window.awaitScreen(verdict, WatchedKata.DRAWN);
        }
    }

    private TerminalWindow watchInAShell() throws IOException {
        TerminalWindow window = shell(LaunchedKata.command());
        window.type("sh watch\n");
        window.awaitScreen(WatchedKata.UNSOLVED, WatchedKata.DRAWN);
        return window;
    }

    /** Opens a shell in which {@code sh watch} runs a command. */
    private TerminalWindow shell(List<String> words) throws IOException {
        String command =
                words.stream().map(word -> "'%s'".formatted(word)).collect(Collectors.joining(" "));
        Files.writeString(folder.resolve("watch"), "exec " + command + "\n");
        Map<String, String> environment = LaunchedKata.environment(Map.of("PS1", "shell$ "));
        TerminalWindow window =
                TerminalWindow.open(folder, environment, List.of("bash", "--norc", "-i"));
        window.awaitScreen("shell$");
        return window;
    }

    private static void assertThatTheShellHasTheTerminal(TerminalWindow window) {
        window.awaitScreen("Stopped", "shell$");
        window.type("printf '\\033[H\\033[J'; echo 'still ''here'\n");
        window.awaitScreen("still here\nshell$");
    }

    private static void assertThatTheWatchHasTheTerminal(TerminalWindow window) {
        window.awaitScreen(WatchedKata.UNSOLVED, WatchedKata.DRAWN);
        window.type("l");
        window.awaitScreen("0 of 2 solved");
        window.type("q");
        window.awaitScreen("shell$");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HUP", "TERM", "KILL"})
    void a_signal_that_ends_the_watch_leaves_no_process_though_a_hook_never_ends(String signal) {
        Fixture.replace(
                folder.resolve("part1/1-numbers/src/main/java/numbers/Numbers.java"),
                "// " + WatchedKata.UNSOLVED,
                """
                Runtime.getRuntime().addShutdownHook(
                        new Thread(() -> { while (true) { Thread.onSpinWait(); } }));
                """);
        try (TerminalWindow window = watchThatHearsHangUps()) {
            window.awaitScreen(WatchedKata.UNSOLVED, WatchedKata.DRAWN);
            List<ProcessHandle> all = window.processes();
            assertThat(all).hasSizeGreaterThan(1);

            window.signal(signal);

            Awaitility.await()
                    .atMost(Patience.LIMIT)
                    .until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
            assertThat(folder.resolve(".kata/crash.log")).doesNotExist();
            if (!signal.equals("KILL")) {
                window.awaitPrinted("\u001b[?2004l");
            }
        }
    }

    @Test
    void digits_are_those_of_the_lessons_in_every_country() {
        Fixture.replace(
                folder.resolve("part1/1-numbers/src/main/java/numbers/Numbers.java"),
                "\"%s\"".formatted(WatchedKata.UNSOLVED),
                "\"code writes %d, too\".formatted(12345)");
        List<String> command = LaunchedKata.command();
        command.addAll(1, List.of("-Duser.language=ar", "-Duser.country=EG"));
        try (TerminalWindow window =
                TerminalWindow.open(folder, LaunchedKata.environment(Map.of()), command)) {
            window.awaitScreen("0 of 2 solved", "code writes 12345, too", WatchedKata.DRAWN);
        }
    }

    /** Whoever runs the tests under nohup hands on to all programs that hang-ups are ignored. */
    private TerminalWindow watchThatHearsHangUps() {
        List<String> command = new ArrayList<>(List.of("env", "--default-signal=HUP"));
        command.addAll(LaunchedKata.command());
        return TerminalWindow.open(folder, LaunchedKata.environment(Map.of()), command);
    }

    private TerminalWindow command(Map<String, String> variables, String... words) {
        List<String> command = LaunchedKata.command();
        command.addAll(List.of(words));
        return TerminalWindow.open(folder, LaunchedKata.environment(variables), command);
    }
}
