package browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

import java.util.List;

/** Whoever has no mouse, or does not see the page, can do everything, too. */
class KeyboardTest extends InBrowser {

    private Scene scene;
    private Page page;

    @BeforeEach
    void open() {
        scene = Scene.start();
        scene.put(
                Cast.supervisor(1, null, "top", 2),
                Cast.supervisor(2, 1L, "workers", 2),
                Cast.server(3, 2L, "first worker"),
                Cast.server(4, 2L, "second worker"),
                Cast.server(5, 1L, "cache"));
        page = browser().open(scene.address());
        page.card("cache");
        page.tabTo("[role=treeitem]");
    }

    @AfterEach
    void end() {
        scene.close();
    }

    @Test
    void arrows_lead_through_the_tree() {
        assertThat(page.focused()).startsWith("top");
        page.type(Keys.ARROW_RIGHT);
        assertThat(page.focused()).startsWith("workers");
        page.type(Keys.ARROW_DOWN);
        assertThat(page.focused()).startsWith("first worker");
        page.type(Keys.ARROW_DOWN);
        assertThat(page.focused()).startsWith("second worker");
        page.type(Keys.ARROW_LEFT);
        assertThat(page.focused()).startsWith("workers");
        page.type(Keys.END);
        assertThat(page.focused()).startsWith("cache");
        page.type(Keys.HOME);
        assertThat(page.focused()).startsWith("top");
    }

    @Test
    void the_focus_can_be_seen() {
        Double thickness =
                page.script(
                        "return"
                            + " parseFloat(getComputedStyle(document.activeElement.querySelector('.face')).strokeWidth)"
                            + " + 0.01");
        assertThat(thickness).isGreaterThan(3);
    }

    @Test
    void k_kills_and_s_suspends_what_has_the_focus() {
        page.type(Keys.END, "k");
        page.waitUntilAsserted(() -> assertThat(scene.levers()).containsExactly("kill 5"));
        assertThat(page.focused()).startsWith("cache");
        page.type("s");
        page.waitUntilAsserted(
                () -> assertThat(scene.levers()).containsExactly("kill 5", "suspend 5"));
    }

    @Test
    void x_leads_to_the_reason_of_an_exit_and_enter_sends_it() {
        page.type(Keys.END, "x");
        assertThat((String) page.script("return document.activeElement.id"))
                .isEqualTo("exit-reason");
        page.type("ill", Keys.ENTER);
        page.waitUntilAsserted(() -> assertThat(scene.levers()).containsExactly("exit 5"));
    }

    @Test
    void every_lever_is_reached_by_tab_and_has_a_name() {
        page.type(Keys.END, Keys.ENTER);
        for (String lever : List.of("Kill", "Suspend", "Only its messages", "Send")) {
            tabToNamed(lever);
        }
        page.tabTo("#slow-millis");
        page.type(Keys.ESCAPE);
        page.waitUntil(() -> !page.isShown(".side"));
        assertThat(page.focused()).startsWith("cache");
    }

    private void tabToNamed(String lever) {
        for (int presses = 0; presses < 60 && !page.focused().startsWith(lever); presses++) {
            page.type(Keys.TAB);
        }
        assertThat(page.focused()).startsWith(lever);
    }

    @Test
    void a_successor_has_the_focus_next_and_the_dead_can_be_visited_until_they_leave() {
        page.type(Keys.END);
        scene.put(
                Cast.dead(Cast.server(5, 1L, "cache"), "killed", 6),
                Cast.successor(6, Cast.server(5, 1L, "cache")));
        page.waitUntilAsserted(() -> assertThat(page.focused()).startsWith("cache, #PID<0.6.0>"));
        page.type(Keys.ARROW_RIGHT);
        assertThat(page.focused()).contains("ended: killed").contains("#PID<0.6.0> took its place");
        scene.remove(5);
        page.waitUntilAsserted(() -> assertThat(page.focused()).startsWith("cache, #PID<0.6.0>"));
    }

    @Test
    void the_focus_is_never_lost_with_what_had_it() {
        page.type(Keys.END, Keys.ENTER);
        page.tabTo(".close");
        page.type(Keys.ENTER);
        page.waitUntilAsserted(() -> assertThat(page.focused()).startsWith("cache"));
        page.type("x");
        scene.put(Cast.dead(Cast.server(5, 1L, "cache"), "killed", 0));
        page.waitUntilAsserted(() ->
                assertThat((String) page.script("return document.activeElement.id"))
                        .isEqualTo("process-title"));
    }

    @Test
    void a_prediction_is_made_without_a_mouse() {
        page.press("Predict first");
        page.tabTo("[role=treeitem]");
        page.type(Keys.END, "k");
        page.waitUntil(() -> page.focused().equals("Who will be alive?"));
        page.tabTo("[name=fate-5]");
        page.type(Keys.ARROW_RIGHT);
        page.waitUntilAsserted(() ->
                assertThat(page.card("cache").getAttribute("aria-label"))
                        .endsWith("You say: it is replaced"));
        assertThat(scene.levers()).isEmpty();
        page.press("Do it, and compare");
        page.waitUntilAsserted(() -> assertThat(scene.levers()).containsExactly("kill 5"));
    }
}
