package browser;

import static org.assertj.core.api.Assertions.assertThat;

import observer.wire.ProcessView;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.logging.LogType;

import java.time.Duration;
import java.util.List;

/** The page stays calm: under load, for those who do not want movement, and towards the network. */
class CalmTest extends InBrowser {

    private static final int SUPERVISORS = 25;
    private static final int CHILDREN = 58;
    private static final int FLOOD = 400;
    private static final Duration LONG = Duration.ofSeconds(2);
    private static final long MOST_A_SECOND = 60;

    /** Tells how many milliseconds after the address was opened so many cards are drawn. */
    private static final String UNTIL_DRAWN =
            """
            const [all, done] = arguments;
            const look = () => document.querySelectorAll('.cards > *').length === all ? done(performance.now()) : requestAnimationFrame(look);
            look();
            """;

    private Scene scene;

    @BeforeEach
    void raise() {
        scene = Scene.start();
    }

    @AfterEach
    void end() {
        scene.close();
        browser().preferring("prefers-reduced-motion", "no-preference");
    }

    @Test
    void as_many_cards_as_a_server_ever_sends_are_drawn_within_two_seconds_and_in_short_tasks() {
        long id = 1;
        scene.put(Cast.supervisor(id, null, "top", SUPERVISORS));
        for (int number = 0; number < SUPERVISORS; number++) {
            long above = ++id;
            scene.put(Cast.supervisor(above, 1L, "supervisor " + number, CHILDREN));
            for (int child = 0; child < CHILDREN; child++) {
                scene.put(Cast.server(++id, above, "child " + child));
            }
        }
        Page page = browser().open(scene.address());
        int all = (int) id;
        Number opened = page.wait(UNTIL_DRAWN, all);
        page.noteLongTasks();
        for (int round = 0; round < 20; round++) {
            long next = ++id;
            ProcessView victim = Cast.server(3 + round, 2L, "child " + round);
            scene.put(Cast.dead(victim, "killed", next), Cast.successor(next, victim));
            page.waitUntil(
                    () -> page.script("return document.getElementById('p" + next + "') !== null"));
        }
        System.out.printf(
                "%d cards: drawn after %d ms, long tasks of %s ms%n",
                all, opened.intValue(), page.longTasks());
        assertThat(opened.doubleValue()).isLessThan(Allowance.millis(Duration.ofSeconds(2)));
        double longest = Allowance.millis(Duration.ofMillis(500));
        assertThat(page.longTasks()).allMatch(millis -> millis < longest);
    }

    @Test
    void a_flood_of_changes_is_drawn_at_most_sixty_times_a_second() throws InterruptedException {
        scene.put(Cast.supervisor(1, null, "top", 1), Cast.server(2, 1L, "child"));
        Page page = browser().open(scene.address());
        page.card("child");
        page.script(
                "window.drawings = 0; new MutationObserver(() =>"
                        + " drawings++).observe(document.querySelector('.cards'), {childList: true,"
                        + " subtree: true})");
        long begin = System.nanoTime();
        long last = 2;
        int killed = 0;
        while (killed < FLOOD || since(begin).compareTo(LONG) < 0) {
            ProcessView victim = Cast.server(last++, 1L, "child");
            scene.put(Cast.dead(victim, "killed", last), Cast.successor(last, victim));
            killed++;
            if (killed % 10 == 0) {
                Thread.yield();
            }
        }
        String newest = "p" + last;
        page.waitUntil(
                () -> page.script("return document.getElementById('" + newest + "') !== null"));
        Long drawings = page.script("return drawings");
        assertThat(drawings).isBetween(2L, MOST_A_SECOND * (since(begin).toSeconds() + 1));
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    @Test
    void nothing_moves_for_those_who_want_it_so() {
        browser().preferring("prefers-reduced-motion", "reduce");
        scene.put(Cast.supervisor(1, null, "top", 1), Cast.server(2, 1L, "child"));
        Page page = browser().open(scene.address());
        page.card("child");
        List<String> moving =
                page.script(
                        "return [...document.querySelectorAll('*')].filter(e => { const s ="
                            + " getComputedStyle(e); return s.transitionDuration.split(',').some(d"
                            + " => parseFloat(d) > 0) || s.animationName !== 'none'; }).map(e =>"
                            + " e.outerHTML)");
        assertThat(moving).isEmpty();
    }

    @Test
    void nothing_is_loaded_from_elsewhere_and_nothing_is_refused() {
        browser().driver().manage().logs().get(LogType.BROWSER);
        scene.put(Cast.supervisor(1, null, "top", 1), Cast.server(2, 1L, "child"));
        Page page = browser().open(scene.address());
        page.click("child");
        page.press("Messages");
        List<String> addresses =
                page.script("return performance.getEntriesByType('resource').map(e => e.name)");
        String origin = scene.address().toString().replaceFirst("#.*", "");
        assertThat(addresses).isNotEmpty().allMatch(address -> address.startsWith(origin));
        assertThat(browser().driver().manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
    }

    @Test
    void what_was_not_seen_is_said() {
        scene.put(Cast.supervisor(1, null, "top", 0));
        scene.lose(12_345, 67);
        Page page = browser().open(scene.address());
        page.waitUntilAsserted(
                () -> assertThat(page.text(".counts")).contains("12\u202f345 events missed"));
        page.press("Messages");
        page.waitUntilAsserted(
                () -> assertThat(page.text(".missed")).contains("67 messages not shown"));
    }
}
