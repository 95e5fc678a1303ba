package kata.watch;

import static kata.watch.WatchedKata.DRAWN;
import static kata.watch.WatchedKata.UNSOLVED;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import kata.Fixture;
import kata.Patience;
import kata.TerminalWindow;
import kata.page.LessonPages;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** {@code ./kata shell --see} in one window, and {@code ./kata see --plain} in another. */
class SeeTest {

    @TempDir private Path folder;

    @BeforeEach
    void write_a_kata() {
        Fixture.kata(folder);
        Fixture.copyRuntime(folder);
        Fixture.copyObserver(folder);
    }

    private TerminalWindow kata(String... words) {
        List<String> command = new ArrayList<>(LaunchedKata.command());
        command.addAll(List.of(words));
        return TerminalWindow.open(folder, LaunchedKata.environment(Map.of()), command);
    }

    @Test
    void what_runs_in_one_window_is_a_living_tree_in_the_other() {
        try (TerminalWindow shell = kata("shell", "--see", "part1/1-numbers", "--on", "solution")) {
            shell.awaitScreen("The observer is at http://127.0.0.1:", "jshell>");
            shell.type("Agent.start(() -> 1, new Name<Agent.Message<Integer>>(\"clerk\"))\r");
            shell.awaitScreen("==> Ok");
            try (TerminalWindow tree = kata("see", "--plain")) {
                tree.awaitScreen(":clerk Agent", "q quits");
                shell.type(
                        "Processes.exit(Processes.whereis(new Name<>(\"clerk\")).get(),"
                                + " ExitReason.KILL)\r");
                tree.awaitScreen("x :clerk Agent", "ended: killed");
                tree.type("q");
                tree.awaitGone("q quits");
            }
            try (TerminalWindow tree = kata("see", "--plain")) {
                tree.awaitScreen("q quits");
                tree.signal("TERM");
                tree.awaitGone("q quits");
            }
            shell.type("/exit\r");
            shell.awaitScreen("Goodbye");
        }
    }

    @Test
    void a_shell_that_a_signal_ends_leaves_no_file_behind() throws IOException {
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        List<String> command = new ArrayList<>(LaunchedKata.command());
        command.add(1, "-Djava.io.tmpdir=" + temporary);
        command.addAll(List.of("shell", "part1/1-numbers"));
        Map<String, String> environment = LaunchedKata.environment(Map.of());
        try (TerminalWindow shell = TerminalWindow.open(folder, environment, command)) {
            shell.awaitScreen("jshell>");
            shell.signal("TERM");
            assertThat(shell.exitCode()).isNotZero();
            assertThat(temporary).isDirectoryNotContaining("glob:**.jsh");
        }
    }

    @Test
    void v_opens_jshell_with_the_observer_from_the_watch_and_the_end_of_jshell_comes_back() {
        try (TerminalWindow watch = LaunchedKata.watch(folder)) {
            watch.awaitScreen(UNSOLVED, DRAWN);
            watch.type("v");
            watch.awaitScreen("The observer is at http://127.0.0.1:", "jshell>");
            try (TerminalWindow tree = kata("see", "--plain")) {
                tree.awaitScreen("q quits");
                tree.type(TerminalWindow.CONTROL_C);
                assertThat(tree.exitCode()).isZero();
            }
            watch.type("/exit\r");
            watch.awaitScreen(UNSOLVED, DRAWN);
        }
    }

    @Test
    void what_runs_in_the_page_of_a_lesson_is_a_living_tree_as_well() {
        try (TerminalWindow page = kata("see", "part1/1-numbers")) {
            page.awaitScreen("It is served until you press Enter.");
            await().atMost(Patience.LIMIT).until(this::hasShell);
            try (TerminalWindow tree = kata("see", "--plain")) {
                tree.awaitScreen("q quits");
                tree.type("q");
                tree.awaitGone("q quits");
            }
            page.type("\r");
        }
    }

    private boolean hasShell() throws IOException {
        try (Stream<Path> files = Files.walk(LessonPages.folder(folder))) {
            return files.anyMatch(file -> file.getFileName().toString().startsWith("part1-1-"));
        }
    }

    @Test
    void without_another_window_there_is_nothing_to_see() {
        try (TerminalWindow tree = kata("see", "--plain")) {
            tree.awaitScreen("Nothing is observed now");
            assertThat(tree.screen()).contains("`./kata shell --see`");
        }
    }
}
