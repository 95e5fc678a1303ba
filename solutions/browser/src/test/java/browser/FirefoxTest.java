package browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Both pages in Firefox: what the other tests hold Chromium to is not what Chromium alone can. */
@ExtendWith(OnLessons.Serving.class)
class FirefoxTest {

    private static final String STAGE = "part2/4-supervisor";
    private static final String LOADED_ELSEWHERE =
            "performance.getEntriesByType('resource').map(e => e.name)"
                    + ".filter(name => !name.startsWith(location.origin)).join()";

    private static final String SHELL_NUMBER =
            "document.querySelector('.shell-bar .state').dataset.shell";

    private static Firefox firefox;

    @BeforeAll
    static void start() {
        firefox = Firefox.start();
        firefox.resized(1024, 768);
    }

    @AfterAll
    static void close() {
        if (firefox != null) {
            firefox.close();
        }
    }

    @Test
    void a_lesson_is_read_and_run_and_its_processes_are_seen() {
        firefox.open(OnLessons.kata().address(STAGE));
        firefox.waitUntil(shellIs("Ready"));
        String before = firefox.script(SHELL_NUMBER);
        firefox.script(
                "(select => { select.value = 'solution'; select.dispatchEvent(new"
                        + " Event('change')); })(document.querySelector('select.code'))");
        firefox.waitUntil("%s !== '%s'".formatted(SHELL_NUMBER, before));
        firefox.waitUntil(shellIs("Ready"));
        firefox.script("document.querySelector('.run-line').click()");
        firefox.waitUntil("document.querySelector('.exchange').dataset.state === 'same'");
        firefox.script("[...document.querySelectorAll('.session .run')].at(-1).click()");
        firefox.waitUntil(
                "[...document.querySelectorAll('.exchange')].every(e => e.dataset.state ==="
                        + " 'same')");
        firefox.waitUntil(
                "[...document.querySelector('iframe').contentDocument.querySelectorAll('[role=treeitem]')].some(e"
                    + " => e.getAttribute('aria-label').startsWith(':todo_cache'))");
        assertThat(firefox.script("document.querySelector('svg.picture').getBBox().width > 100"))
                .isEqualTo("true");
        firefox.script("document.querySelector('.tasks .unfold').click()");
        firefox.waitUntil("!document.querySelector('.tasks .details').hidden");
        firefox.script("document.querySelector('.open-map').click()");
        firefox.waitUntil("document.querySelector('dialog.map').open");
        assertThat(firefox.script(LOADED_ELSEWHERE)).isEmpty();
    }

    private static String shellIs(String words) {
        return "document.querySelector('.shell-bar .state').textContent === '%s'".formatted(words);
    }

    @Test
    void a_process_is_killed_and_its_end_and_its_successor_are_seen() {
        try (Scene scene = Scene.start()) {
            scene.put(Cast.supervisor(1, null, "top", 1), Cast.server(2, 1L, "cache"));
            firefox.open(scene.address());
            firefox.waitUntil("document.getElementById('p2')");
            firefox.script("document.getElementById('p2').focus()");
            firefox.type("k");
            firefox.waitUntil("document.querySelector('.status').dataset.status === 'live'");
            Awaitility.await()
                    .atMost(Browser.PATIENCE)
                    .until(() -> scene.levers().contains("kill 2"));
            scene.put(
                    Cast.dead(Cast.server(2, 1L, "cache"), "killed", 3),
                    Cast.successor(3, Cast.server(2, 1L, "cache")));
            firefox.waitUntil(
                    "document.getElementById('p3') &&"
                            + " document.getElementById('p2').getAttribute('aria-label')"
                            + ".includes('ended: killed')");
            scene.send(
                    Cast.server(3, 1L, "cache"),
                    Cast.supervisor(1, null, "top", 1),
                    "plain",
                    "hello",
                    2);
            firefox.script("document.querySelector('[data-switch=messagesOpen]').click()");
            firefox.waitUntil("document.querySelector('.message .taken')");
            assertThat(firefox.script(LOADED_ELSEWHERE)).isEmpty();
        }
    }
}
