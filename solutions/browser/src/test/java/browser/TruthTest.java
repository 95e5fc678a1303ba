package browser;

import static org.assertj.core.api.Assertions.assertThat;

import observer.wire.ProcessView;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing is shown that was so before, or that is so of another. */
class TruthTest extends InBrowser {

    private Scene scene;
    private Page page;

    @BeforeEach
    void open() {
        scene = Scene.start();
        scene.put(Cast.supervisor(1, null, "top", 1), Cast.server(5, 1L, "cache"));
        page = browser().open(scene.address());
    }

    @AfterEach
    void end() {
        scene.close();
    }

    @Test
    void what_was_chosen_is_forgotten_when_another_run_begins() {
        page.click("cache");
        page.waitUntil(() -> page.isShown(".side"));
        scene.runAgain(Cast.server(5, null, "somebody else"));
        page.script("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))");
        page.card("somebody else");
        page.waitUntilAsserted(() -> assertThat(page.isShown(".side")).isFalse());
    }

    @Test
    void one_that_is_not_in_the_picture_is_sought_and_is_not_taken_for_the_one_before() {
        page.click("cache");
        page.waitUntilAsserted(() -> assertThat(page.text("#process-title")).isEqualTo("cache"));
        scene.say("top started worker 99.", 99L);
        page.press("top started worker 99.");
        page.waitUntilAsserted(
                () -> assertThat(page.text(".side .pid")).contains("has left the picture"));
        assertThat(page.text("#process-title")).isEqualTo("Process");
        assertThat(scene.revealed()).containsExactly("99");
    }

    @Test
    void a_message_that_waited_for_one_that_has_ended_is_drawn_as_lost() {
        ProcessView cache = Cast.server(5, 1L, "cache");
        page.press("Messages");
        scene.send(cache, cache, "cast", "a word", -1);
        page.waitUntil(() -> page.isShown(".message .still"));
        scene.leaveLastMessage();
        page.waitUntil(() -> page.isShown(".message .lost"));
    }
}
