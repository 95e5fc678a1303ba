package kata.watch;

import static kata.watch.WatchedKata.DRAWN;
import static kata.watch.WatchedKata.SOLVED;
import static kata.watch.WatchedKata.UNSOLVED;

import static org.assertj.core.api.Assertions.assertThat;

import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.stream.Stream;

/** The keys and the sizes of the watch's screen, at a real terminal. */
class WatchKeysTest extends AtTheScreen {

    @ParameterizedTest
    @CsvSource({
        "h, Hint 1 of 3: A question",
        "hh, Hint 2 of 3: The concept",
        "l, Next: part1/1-numbers",
        "c, nothing can be carried into it",
        "?, the next stage that is not solved",
        "z, the next stage that is not solved"
    })
    void a_key_shows_something_beside_the_verdict_until_escape_is_pressed(
            String key, String shown) {
        window.resize(80, 60);
        window.type(key);
        window.awaitScreen(UNSOLVED, PANEL, "Escape closes this", shown, DRAWN);

        window.type(ESCAPE);

        window.awaitGone(PANEL);
    }

    @Test
    void a_key_is_heard_while_something_is_shown() {
        window.type("h");
        window.awaitScreen("Hint ");

        window.type("l");

        window.awaitScreen("Next: part1/1-numbers");
    }

    @Test
    void arrows_scroll_what_does_not_fit() {
        window.resize(80, 16);
        window.type("?");
        window.awaitScreen("a hint for the first task", "more below");

        window.type("\u001b[6~\u001b[6~");

        window.awaitScreen("In another window: all that ./kata --help names.");
        window.type("\u001b[5~\u001b[5~");
        window.awaitScreen("a hint for the first task");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u001b[A", "\u001bOB", "\u001b[15~", "\u001bx", "\u001b[1;5D"})
    void a_key_that_is_no_character_does_nothing(String key) {
        window.type(key + "l");

        window.awaitScreen("Next: part1/1-numbers", DRAWN);
        assertThat(window.printed()).doesNotContain("run the tests once more");
    }

    @ParameterizedTest
    @CsvSource({"d, +        return all.stream()", "s, return all.stream()"})
    void the_reference_is_shown_to_those_who_say_yes(String key, String shown) {
        window.resize(80, 60);
        window.type(key);
        window.awaitScreen("is not solved yet", "N]");
        window.type("n\r");
        window.awaitScreen("N] n", DRAWN);
        assertThat(window.screen()).doesNotContain(shown);
        window.type(ESCAPE);
        window.awaitGone(PANEL);

        window.type(key);
        window.awaitScreen("N]");
        window.type("y\r");

        window.awaitScreen(shown, DRAWN);
    }

    @Test
    void what_x_does_to_the_code_is_noticed_like_any_other_change() throws IOException {
        kata.save(kata.solution());
        window.awaitScreen(SOLVED, DRAWN);

        window.type("x");
        window.awaitScreen("N]");
        window.type("y\r");

        window.awaitScreen(UNSOLVED, DRAWN);
    }

    @Test
    void n_goes_to_the_next_stage_that_is_not_solved() {
        window.type("n");
        window.awaitScreen("part1/2-average", "TODO 1: return the average of the numbers.", DRAWN);

        window.type("n");

        window.awaitScreen("part1/1-numbers", UNSOLVED);
    }

    @Test
    void g_goes_to_the_stage_that_is_named() {
        goTo("2-average");
        window.awaitScreen("part1/2-average", "TODO 1: return the average of the numbers.", DRAWN);

        goTo("3-nowhere");
        window.awaitScreen("There is no stage '3-nowhere'", "part1/2-average", DRAWN);

        goTo("1-numbers");
        window.awaitScreen("part1/1-numbers", UNSOLVED);
    }

    /** A question that is there from before must not be taken for the one to answer. */
    private static void goTo(String stage) {
        kata.closePanel();
        window.type("g");
        window.awaitScreen("Which stage");
        window.type(stage + "\r");
    }

    @Test
    void r_runs_the_tests_once_more() {
        window.type("r");

        window.awaitPrinted("Running the tests");
        window.awaitPrinted("Ended at");
        assertThat(window.screen()).contains(UNSOLVED);
    }

    @Test
    void another_width_has_the_screen_drawn_anew_without_tearing_words() {
        window.resize(40, 30);

        window.awaitScreen(DRAWN);
        assertThat(window.screen())
                .contains(
                        """
                        part1/1-numbers  Numbers and what they
                        come to
                        """,
                        """
                             TODO 1: return the sum of the
                             numbers.
                        """,
                        """
                        h hint   d diff   s solution   l list
                        o open the lesson   e editor
                        n next stage   ? all keys   q quit
                        """);
        assertThat(widths()).allMatch(width -> width <= 40);
    }

    @Test
    void wide_characters_take_the_two_columns_that_they_need() throws IOException {
        kata.save(kata.starter().replace(UNSOLVED, "日本語の長いメッセージ 🦀👩‍👩‍👧 and some words"));
        window.awaitScreen("UnsupportedOperationException: 日本語の長いメッセージ 🦀", DRAWN);
        window.forget();

        window.resize(40, 40);

        window.awaitScreen("日本語の長いメッセージ 🦀", DRAWN);
        assertThat(widths()).allMatch(width -> width <= 40);
    }

    @Test
    void a_tiny_terminal_is_enough_to_go_on() throws IOException {
        window.resize(20, 5);
        window.awaitScreen("Task 1: Add the", DRAWN);
        assertThat(widths()).allMatch(width -> width <= 20);
        window.type("?");
        window.awaitScreen("h  a hint", DRAWN);

        kata.save(kata.solution());

        window.awaitPrinted("All 5 tests");
        window.awaitScreen(DRAWN);
    }

    /** Returns how wide the lines are that were printed since the size has changed. */
    private static Stream<Integer> widths() {
        return window.printed().lines().map(line -> AttributedString.fromAnsi(line).columnLength());
    }
}
