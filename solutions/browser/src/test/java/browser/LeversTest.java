package browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import todo.cache.TodoCache;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The levers, on the real system of the last stage: what they do is seen at once. */
class LeversTest extends InBrowser {

    /**
     * Presses a key on a card, and tells after how many milliseconds its process is seen to be
     * dead, and replaced.
     */
    private static final String PRESS_AND_LOOK =
            """
            const [title, isReplaced, done] = arguments;
            const cards = () => [...document.querySelectorAll('.cards > [role=treeitem]:not(.leaving)')];
            const label = (card) => card.getAttribute('aria-label');
            const card = cards().find((one) => label(one).startsWith(title + ', #PID') && !label(one).includes('ended:'));
            const [, pid] = label(card).match(/(#PID<[\\d.]+>)/);
            card.focus();
            const begin = performance.now();
            card.dispatchEvent(new KeyboardEvent('keydown', {key: 'k', bubbles: true}));
            const look = () => {
              const labels = cards().map(label);
              const isDead = labels.some((one) => one.includes(pid + ',') && one.includes('ended: killed'));
              const hasHeir = labels.some((one) => one.startsWith(title + ', #PID') && !one.includes('ended:') && !one.includes(pid + ','));
              if (isDead && (hasHeir || !isReplaced)) done(performance.now() - begin);
              else requestAnimationFrame(look);
            };
            look();
            """;

    /**
     * Has a view look at what becomes of process 1: it is replaced by 2, which has ended when the
     * view looks again, and is replaced by 3 after that. Returns which process is selected then.
     */
    private static final String FOLLOW_WHAT_IS_SHOWN =
            """
            const done = arguments[0];
            Promise.all([import('/view.js'), import('/picture.js')]).then(([{View}, {Picture}]) => {
              const view = new View(() => {});
              const picture = new Picture();
              const alive = (id) => ({id, state: 'alive'});
              const dead = (id, successor) => ({id, state: 'dead', successor});
              const lookAt = (...processes) => {
                picture.change({processes});
                view.follow(picture);
              };
              view.select({process: 1});
              lookAt(alive(1));
              lookAt(dead(1, 2), alive(2));
              lookAt(dead(2));
              lookAt(dead(2, 3), alive(3));
              done(view.selected.process);
            });
            """;

    @TempDir private Path folder;
    private TodoSystem system;
    private Page page;

    @BeforeEach
    void observe() {
        system = TodoSystem.start(folder);
        page = browser().open(system.address());
        page.waitUntilAsserted(() ->
                assertThat(page.cards()).anyMatch(words -> words.startsWith(":todo_cache, ")));
    }

    @AfterEach
    void stop() {
        system.close();
    }

    @Test
    void each_kind_of_process_is_killed_and_its_end_and_its_successor_are_seen() {
        List<Double> millis = new ArrayList<>();
        millis.add(kill("{todo_server, Alice's list}", false));
        millis.add(kill("{database_worker, 3}", true));
        millis.add(kill(":todo_cache", true));
        millis.add(kill(":todo_server_supervisor", true));
        millis.add(kill("database", true));
        millis.add(kill("system", true));
        millis.add(kill(":todo_process_registry", true));

        double median = millis.stream().sorted().toList().get(millis.size() / 2);
        System.out.printf(
                "from the key to the dead and its successor: median %.0f ms, all %s%n",
                median, millis.stream().map(Math::round).toList());
        assertThat(median).isLessThan(Allowance.millis(Duration.ofMillis(200)));
    }

    private double kill(String title, boolean isReplaced) {
        page.card(title + ", #PID");
        Number millis = page.wait(PRESS_AND_LOOK, title, isReplaced);
        return millis.doubleValue();
    }

    @Test
    void the_supervisor_counts_its_restarts_and_the_log_tells_of_them() {
        kill("{database_worker, 3}", true);
        kill("{database_worker, 4}", true);
        page.waitUntilAsserted(() ->
                assertThat(page.card("database, ").getAttribute("aria-label"))
                        .contains("restarts 2 of 5 in 5 s"));
        assertThat(page.log())
                .anyMatch(words ->
                        words.contains("{database_worker, 4}")
                                && words.contains("2 of 5 restarts in 5 s"));
        page.waitUntilAsserted(() ->
                assertThat(page.card("database, ").getAttribute("aria-label"))
                        .contains("restarts 0 of 5 in 5 s"));
    }

    @Test
    void one_key_kills_one_successor_after_the_other() {
        page.click(":todo_cache, ");
        for (int generation = 2; generation <= 4; generation++) {
            String expected = String.valueOf(generation);
            page.type("k");
            page.waitUntilAsserted(
                    () -> assertThat(page.text(".side dl")).contains("Generation" + expected));
        }
    }

    @Test
    void a_successor_that_ends_before_it_is_drawn_again_is_followed_as_well() {
        Number selected = page.wait(FOLLOW_WHAT_IS_SHOWN);
        assertThat(selected.intValue()).isEqualTo(3);
    }

    @Test
    void a_suspended_server_says_so_and_is_resumed() {
        page.click(":todo_cache, ");
        page.press("Suspend");
        page.waitUntilAsserted(() ->
                assertThat(page.card(":todo_cache, ").getAttribute("aria-label"))
                        .contains("suspended"));
        page.press("Resume");
        page.waitUntilAsserted(() ->
                assertThat(page.card(":todo_cache, ").getAttribute("aria-label"))
                        .doesNotContain("suspended"));
    }

    @Test
    void a_server_that_is_slowed_down_says_how_slow_it_is() {
        page.click(":todo_cache, ");
        page.tabTo("#slow-millis");
        page.type("200");
        page.waitUntilAsserted(() ->
                assertThat(page.card(":todo_cache, ").getAttribute("aria-label"))
                        .contains("200 ms slow"));
    }

    @Test
    void the_details_of_a_server_hold_its_state_and_its_table_shows_its_rows() {
        page.click("{todo_server, Bob's list}, ");
        page.waitUntilAsserted(() -> assertThat(page.text(".side pre")).contains("TodoList"));
        page.click("table :todo_process_registry");
        page.waitUntilAsserted(() -> assertThat(page.text(".rows")).contains("database_worker"));
    }

    @Test
    void a_prediction_is_compared_with_what_happened() {
        page.press("Predict first");
        page.click(":todo_process_registry, ");
        page.type("k");
        page.waitUntil(() -> page.isShown(".question"));
        page.press("Do it, and compare");
        page.waitUntil(() -> page.isShown(".comparison .wrong li"));
        assertThat(page.text(".comparison"))
                .contains("rest_for_one")
                .contains("You said: it lives on. It ended, and was replaced");
    }

    @Test
    void the_messages_are_saved_as_a_picture_that_stands_alone() {
        page.press("Messages");
        TodoCache.serverProcess("Dave's list");
        page.waitUntil(() -> page.isShown(".message .taken"));
        page.script("URL.createObjectURL = file => { window.saved = file; return '#saved'; }");
        page.press("Save as SVG");
        String saved = page.wait("const done = arguments[0]; saved.text().then(done)");
        assertThat(saved)
                .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\"")
                .contains(":todo_cache", "--ink: ", "lifeline")
                .doesNotContain("href");
    }

    @Test
    void messages_are_drawn_with_the_points_where_they_were_sent_and_taken() {
        page.press("Messages");
        TodoCache.serverProcess("Dave's list");
        page.waitUntil(() -> page.isShown(".message .taken"));
        List<String> messages =
                page.script(
                        "return [...document.querySelectorAll('.message')].map(e =>"
                                + " e.getAttribute('aria-label'))");
        assertThat(messages).anyMatch(words -> words.contains("in the mailbox"));
    }
}
