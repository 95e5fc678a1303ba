package kata.watch;

import static kata.watch.WatchedKata.DRAWN;
import static kata.watch.WatchedKata.UNSOLVED;

import static org.assertj.core.api.Assertions.assertThat;

import kata.Fixture;
import kata.TerminalWindow;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What is typed or pasted behind a key belongs to what that key opens, be it there yet or not. */
class TypedAheadTest extends AtTheScreen {

    private static final String NEXT_STAGE = "part1/2-average  ";

    @TempDir private Path other;

    @ParameterizedTest
    @ValueSource(strings = {"d", "s", "x"})
    void an_answer_belongs_to_the_question_of_the_key_before_it(String key) throws IOException {
        kata.save(kata.starter() + "// mine\n");
        window.awaitPrinted("Ended at");
        window.awaitScreen(UNSOLVED, DRAWN);

        window.type(key + "n\r");

        window.awaitScreen("N] n", UNSOLVED, DRAWN);
        assertThat(window.printed()).doesNotContain(NEXT_STAGE);
    }

    @Test
    void the_name_of_a_stage_belongs_to_the_question_for_it_and_the_next_key_to_that_stage() {
        window.type("g2-average\rgn\b1-numbers\rh");

        window.awaitScreen("part1/1-numbers  ", "Hint 1 of 3", DRAWN);
        assertThat(window.printed())
                .contains("Which stage, for example part2/1? 2-average", NEXT_STAGE)
                .doesNotContain("the next stage that is not solved");
    }

    @Test
    void a_key_behind_one_that_asks_nothing_is_the_next_key() {
        window.type("h?l");

        window.awaitScreen("Next: part1/1-numbers", DRAWN);
    }

    @Test
    void what_is_pasted_is_no_key_but_an_answer() {
        window.type(pasted("nqx\r") + "h");
        window.awaitScreen("part1/1-numbers  ", "Hint 1 of 3", DRAWN);

        window.type("g" + pasted("2-av\rerage") + "\r");

        window.awaitScreen(NEXT_STAGE, DRAWN);
        goBack();
    }

    private static String pasted(String text) {
        return "\u001b[200~" + text + "\u001b[201~";
    }

    @Test
    void a_character_that_is_deleted_in_an_answer_is_deleted_as_a_whole() {
        window.type("g");
        window.awaitScreen("Which stage");

        window.type("🦀\b2-average\r");

        window.awaitScreen(NEXT_STAGE, DRAWN);
        goBack();
    }

    @Test
    void a_question_can_be_read_on_a_low_terminal() throws IOException {
        kata.save(kata.starter() + "// mine\n");
        window.resize(30, 10);
        window.awaitScreen(DRAWN);

        window.type("x");

        window.awaitScreen("[y/N]", DRAWN);
        window.type("\r\u001b[6~");
        window.awaitScreen("Nothing was changed.");
    }

    @Test
    void a_question_goes_with_its_stage() throws IOException {
        kata.save(kata.starter() + "// mine\n");
        window.awaitPrinted("Ended at");
        window.type("x");
        window.awaitScreen("N]");

        Files.writeString(folder.resolve(".kata/stage"), "part1/2-average\n");
        window.awaitScreen(NEXT_STAGE, DRAWN);
        window.type("?");

        window.awaitScreen("the next stage that is not solved", DRAWN);
        goBack();
    }

    @Test
    void lines_that_were_typed_before_a_question_answer_it() {
        Fixture.kata(other, "with-hints");
        List<String> command =
                List.of("sh", "-c", "printf 'g\\n2-average\\nd\\nn\\n' | " + quoted());
        try (TerminalWindow dumb =
                TerminalWindow.open(other, LaunchedKata.environment(Map.of()), command)) {
            assertThat(dumb.exitCode()).isEqualTo(1);
            assertThat(dumb.printed())
                    .contains("part1/2-average is not solved yet.")
                    .doesNotContain("the next stage that is not solved");
        }
    }

    private static String quoted() {
        return String.join(
                " ", LaunchedKata.command().stream().map(word -> "'%s'".formatted(word)).toList());
    }

    private static void goBack() {
        kata.closePanel();
        window.type("g1-numbers\r");
        window.awaitScreen("part1/1-numbers  ", UNSOLVED, DRAWN);
    }
}
