package browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;

import observer.wire.ProcessView;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** axe finds nothing to complain about, whatever is open, in light and in dark. */
class AccessibilityTest extends InBrowser {

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
    @CsvSource({
        "light, 1024, 768",
        "dark, 1024, 768",
        "light, 390, 844",
        "dark, 1440, 900",
        "light, 512, 384"
    })
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
        Long overflow = page.script("return document.documentElement.scrollWidth - innerWidth");
        assertThat(overflow).isNotPositive();
        page.press("Predict first");
        page.press("Kill");
        page.waitUntil(() -> page.isShown(".question"));
        check("a question");
    }

    private static void check(String what) {
        assertThat(new AxeBuilder().analyze(browser().driver()).getViolations())
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
