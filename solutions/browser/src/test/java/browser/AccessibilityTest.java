package browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;

import observer.wire.ProcessView;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Dimension;

import java.util.List;

/** axe finds nothing to complain about, whatever is open, in light and in dark. */
class AccessibilityTest extends InBrowser {

    /** A telephone, beside a lesson, a projector at 200 %, a projector, and a laptop. */
    private static final List<Dimension> SIZES =
            List.of(
                    new Dimension(390, 844),
                    new Dimension(450, 600),
                    new Dimension(512, 384),
                    new Dimension(1024, 768),
                    new Dimension(1440, 900));

    private Scene scene;

    @BeforeEach
    void raise() {
        scene = Scene.start();
    }

    @AfterEach
    void end() {
        scene.close();
        browser().preferring("prefers-color-scheme", "light").resized(1024, 768);
    }

    @ParameterizedTest
    @CsvSource({"light, 1024, 768", "dark, 390, 844"})
    void nothing_is_in_the_way_of_anybody(String scheme, int width, int height) {
        browser().preferring("prefers-color-scheme", scheme).resized(width, height);
        Page page = browser().open(scene.address());
        page.waitUntil(() -> page.isShown(".empty"));
        check("the empty page");

        ProcessView cache = Cast.server(3, 1L, "cache");
        scene.put(
                Cast.supervisor(1, null, "top", 2),
                Cast.server(2, 1L, "worker"),
                cache,
                Cast.server(7, null, "client"));
        scene.put(Cast.dead(cache, "killed", 4), Cast.successor(4, cache));
        scene.send(
                Cast.server(7, null, "client"),
                Cast.server(2, 1L, "worker"),
                "call",
                "Get[key=1]",
                12);
        scene.send(Cast.server(2, 1L, "worker"), cache, "cast", "Forget[]", -1);
        scene.say("cache #PID<0.3.0> was killed; top restarted it as #PID<0.4.0> (1 of 3 in 5 s)");
        scene.lose(12_000, 300);
        page.waitUntil(() -> page.cards().size() == 5);
        check("the tree");
        page.press("Links");
        page.press("Monitors");
        page.press("Messages");
        page.press("More");
        page.click("cache, #PID<0.4.0>");
        page.waitUntil(() -> page.isShown(".side pre"));
        check("details, messages and the log");
        SIZES.forEach(size -> checkRoom(page, size));
        browser().resized(width, height);
        page.press("Predict first");
        page.press("Kill");
        page.waitUntil(() -> page.isShown(".question"));
        check("a question");
    }

    /** Nothing is cut at the right, and nothing is squeezed. */
    private static void checkRoom(Page page, Dimension size) {
        browser().resized(size.width, size.height);
        Long overflow = page.script("return document.documentElement.scrollWidth - innerWidth");
        Long details = page.script("return document.querySelector('.side').clientHeight");
        assertThat(overflow).as("%s", size).isNotPositive();
        assertThat(details).as("%s", size).isGreaterThan(150);
    }

    private static void check(String what) {
        assertThat(browser().audit().getViolations())
                .as(what)
                .extracting(AccessibilityTest::sentence)
                .isEmpty();
    }

    private static String sentence(Rule rule) {
        return rule.getId()
                + ": "
                + rule.getHelp()
                + " "
                + rule.getNodes().stream().map(node -> node.getHtml()).toList();
    }
}
