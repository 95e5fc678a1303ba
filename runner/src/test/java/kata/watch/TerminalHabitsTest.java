package kata.watch;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.concurrent.TimeUnit.SECONDS;

import kata.Fixture;
import kata.TerminalWindow;
import kata.command.KataCommand;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

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
                    .atMost(Duration.ofSeconds(60))
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
        Path watch = folder.resolve("watch");
        String command =
                LaunchedKata.command(KataCommand.class).stream()
                        .map(word -> "'%s'".formatted(word))
                        .collect(Collectors.joining(" "));
        Files.writeString(watch, "exec " + command + "\n");
        Map<String, String> environment = LaunchedKata.environment(Map.of("PS1", "shell$ "));
        try (TerminalWindow window =
                TerminalWindow.open(folder, environment, List.of("bash", "--norc", "-i"))) {
            window.awaitScreen("shell$");
            window.type("sh watch\n");
            window.awaitScreen(WatchedKata.UNSOLVED, WatchedKata.DRAWN);

            window.type("\u001a");
            window.awaitScreen("Stopped", "shell$");
            window.type("echo 'still ''here'\n");
            window.awaitScreen("\nstill here");

            window.type("fg\n");
            window.awaitScreen(WatchedKata.UNSOLVED, WatchedKata.DRAWN);
            window.type("l");
            window.awaitScreen("0 of 2 solved");
            window.type("q");
            window.awaitScreen("shell$");
        }
    }

    @Test
    void a_window_that_is_closed_leaves_no_process() {
        try (TerminalWindow window = watchThatHearsHangUps()) {
            window.awaitScreen(WatchedKata.UNSOLVED, WatchedKata.DRAWN);
            List<ProcessHandle> all = window.processes();
            assertThat(all).hasSizeGreaterThan(1);

            window.hangUp();

            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
            assertThat(folder.resolve(".kata/crash.log")).doesNotExist();
        }
    }

    /** Whoever runs the tests under nohup hands on to all programs that hang-ups are ignored. */
    private TerminalWindow watchThatHearsHangUps() {
        List<String> command = new ArrayList<>(List.of("env", "--default-signal=HUP"));
        command.addAll(LaunchedKata.command(KataCommand.class));
        return TerminalWindow.open(folder, LaunchedKata.environment(Map.of()), command);
    }

    private TerminalWindow command(Map<String, String> variables, String... words) {
        List<String> command = LaunchedKata.command(KataCommand.class);
        command.addAll(List.of(words));
        return TerminalWindow.open(folder, LaunchedKata.environment(variables), command);
    }
}
