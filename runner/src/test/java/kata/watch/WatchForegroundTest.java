package kata.watch;

import static kata.TerminalWindow.CONTROL_C;
import static kata.watch.WatchedKata.DRAWN;
import static kata.watch.WatchedKata.UNSOLVED;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;

/** The watch while another process has its terminal, and afterwards. */
class WatchForegroundTest extends AtTheScreen {

    private static final String PROMPT = "jshell>";

    @Test
    void j_opens_jshell_with_the_classes_of_the_stage_and_its_end_comes_back() throws IOException {
        window.type("j");
        window.awaitScreen(PROMPT);
        window.type("Printer.line(new Numbers(List.of(3, 4)))\r");
        window.awaitScreen("==> \"2 numbers\"");

        window.type("for (System.out.println(\"for \" + \"ever\"); true; ) {}\r");
        window.awaitScreen("\nfor ever");
        window.forget();
        window.type(CONTROL_C);
        window.awaitPrinted(PROMPT);
        window.type("\"still \" + \"here\"\r");
        window.awaitScreen("==> \"still here\"");

        window.type("/exit\r");
        window.awaitScreen(UNSOLVED, DRAWN);
        assertThat(window.screen()).doesNotContain(PROMPT);
        assertThatTheWatchGoesOn();
    }

    @Test
    void why_there_is_no_jshell_can_be_read() throws IOException {
        kata.save(kata.solution().replace("Integer::sum);", "Integer::sum)"));
        window.awaitScreen("1 error", DRAWN);

        window.type("j");

        window.awaitScreen("Numbers.java:17: error: ';' expected", "(press a key to go on)");
        assertThat(window.screen()).doesNotContain(DRAWN);
        window.type("n");
        window.awaitScreen("part1/1-numbers", "1 error", DRAWN);
    }

    @Test
    void what_is_typed_behind_a_program_s_key_is_no_key_of_the_watch() {
        window.type("jn");
        window.awaitScreen(PROMPT);
        window.type("\r/exit\r");

        window.awaitScreen("part1/1-numbers", UNSOLVED, DRAWN);
        window.type("?");
        window.awaitScreen("a hint for the first task that is", DRAWN);
        window.type(ESCAPE);
        window.awaitScreen("part1/1-numbers", UNSOLVED, DRAWN);
    }

    @Test
    void control_c_in_the_pager_of_the_lesson_is_meant_for_the_pager() throws IOException {
        window.type("o");
        window.awaitScreen("Numbers add up.");
        assertThat(window.screen()).doesNotContain(UNSOLVED);

        window.type(CONTROL_C);

        window.awaitScreen(UNSOLVED, DRAWN);
        assertThatTheWatchGoesOn();
    }

    @Test
    void control_backslash_in_the_pager_prints_nothing() throws IOException {
        window.type("o");
        window.awaitScreen("Numbers add up.");

        window.type("\u001c" + CONTROL_C);

        window.awaitScreen(UNSOLVED, DRAWN);
        assertThat(window.printed()).doesNotContain("Full thread dump");
        assertThatTheWatchGoesOn();
    }

    private static void assertThatTheWatchGoesOn() throws IOException {
        window.resize(40, 30);
        window.awaitScreen("1-numbers  Numbers and what they\ncome to", DRAWN);
        window.type("?");
        window.awaitScreen("a hint for the first task that is", DRAWN);

        kata.save(kata.solution());

        window.awaitScreen("All 5 tests pass", DRAWN);
    }
}
