package kata.cli;

import static kata.TerminalWindow.CONTROL_C;
import static kata.cli.WatchedKata.DRAWN;
import static kata.cli.WatchedKata.UNSOLVED;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;

/** The watch while another process has its terminal, and afterwards. */
class WatchLendingTest extends AtTheScreen {

    @Test
    void control_c_in_the_pager_of_the_lesson_is_meant_for_the_pager() throws IOException {
        window.type("o");
        window.awaitScreen("Numbers add up.");
        assertThat(window.screen()).doesNotContain(UNSOLVED, WAITING);

        window.type(CONTROL_C);

        window.awaitScreen(WAITING);
        window.type(" ");
        window.awaitScreen(UNSOLVED, DRAWN);
        assertThatTheWatchGoesOn();
    }

    private static void assertThatTheWatchGoesOn() throws IOException {
        window.resize(40, 30);
        window.awaitScreen("1-numbers  Numbers and what they\ncome to", DRAWN);
        window.type("?");
        window.awaitScreen("the next stage that is not solved", WAITING);
        window.type(" ");
        window.awaitScreen(DRAWN);

        kata.save(kata.solution());

        window.awaitScreen("All 5 tests pass", DRAWN);
    }
}
