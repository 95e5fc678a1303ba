package browser;

import static org.assertj.core.api.Assertions.assertThat;

import observer.wire.ProcessView;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;

/** What processes are called, say and store is text on the page, whatever is in it. */
class HostileTextsTest extends InBrowser {

    private static final List<String> TEXTS =
            List.of(
                    "<script>window.hacked = true</script>",
                    "\"><img src=x onerror='window.hacked = true'>",
                    "</text></svg><iframe srcdoc='<script>parent.hacked = true</script>'></iframe>",
                    "' onfocus='window.hacked = true' autofocus='",
                    "javascript:window.hacked=true",
                    "${window.hacked = true} {{constructor.constructor('window.hacked = true')()}}",
                    "\u202eright to left\u202c \u0007 \u0000 end",
                    "a".repeat(100_000));

    private Scene scene;

    @BeforeEach
    void raise() {
        scene = Scene.start();
    }

    @AfterEach
    void end() {
        scene.close();
    }

    @Test
    void names_messages_and_the_log_are_text_only() {
        ProcessView top = Cast.supervisor(1, null, TEXTS.getFirst(), TEXTS.size());
        scene.put(top);
        for (int number = 0; number < TEXTS.size(); number++) {
            ProcessView server = Cast.server(number + 2, 1L, TEXTS.get(number));
            scene.put(server);
            scene.send(top, server, "call", TEXTS.get(number), 1);
            scene.say(TEXTS.get(number));
        }
        Page page = browser().open(scene.address());
        page.waitUntilAsserted(() -> assertThat(page.cards()).hasSize(TEXTS.size() + 1));
        page.press("Messages");
        page.press("More");
        page.click("<script>");
        page.waitUntilAsserted(
                () -> assertThat(page.text("#process-title")).isEqualTo(TEXTS.getFirst()));

        assertThat((Object) page.script("return window.hacked")).isNull();
        assertThat(
                        (Long)
                                page.script(
                                        "return document.querySelectorAll('img, iframe, body"
                                                + " script, [onfocus], [onerror],"
                                                + " [autofocus]').length"))
                .isZero();
        assertThat(page.log()).contains(TEXTS.get(0), TEXTS.get(1), TEXTS.get(2));
    }

    @Test
    void a_name_of_a_hundred_thousand_characters_is_cut_on_its_card() {
        scene.put(Cast.supervisor(1, null, "top", 1), Cast.server(2, 1L, "a".repeat(100_000)));
        Page page = browser().open(scene.address());
        page.card("aaaaaaaaaa");

        Long widest =
                page.script(
                        "return Math.ceil(Math.max(...[...document.querySelectorAll('.cards"
                                + " .face')].map(e => e.getBoundingClientRect().width)))");
        assertThat(widest).isLessThan(500);
        assertThat(page.text("#p2 .name")).endsWith("…").hasSizeLessThan(60);
    }
}
