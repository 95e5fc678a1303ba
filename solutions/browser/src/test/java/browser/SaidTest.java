package browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;

/** What is said to those who listen, and what is cut so that it fits. */
class SaidTest extends WithPageParts {

    /** Counts how often something changes that is read out. */
    private static final String COUNT =
            """
            const LIVE = '[role=status], [role=alert], [role=log]:not([aria-live=off]), [aria-live=polite]';
            let said = 0;
            new MutationObserver((all) => said += all.filter(({target}) => target.closest?.(LIVE)).length)
                .observe(document.body, {childList: true, subtree: true});
            const pause = (millis) => new Promise((done) => setTimeout(done, millis));
            const {html} = await import('/elements.js');
            """;

    @Test
    void a_thousand_restarts_a_second_are_summed_up_once_a_second() throws IOException {
        List<Object> heard =
                inObserver(
                        COUNT
                                + """
                                const page = new DOMParser().parseFromString(await (await fetch('/index.html')).text(), 'text/html');
                                document.body.replaceChildren(page.querySelector('footer'));
                                const {LogPanel} = await import('/log-panel.js');
                                const panel = new LogPanel(document.querySelector('.log'), document.querySelector('.unfold'), {}, () => {});
                                let n = 0;
                                const log = [];
                                panel.draw({log: [{n: 0, time: 0, kind: 'started', text: 'Before.'}]});
                                const begin = performance.now();
                                while (performance.now() - begin < 2500) {
                                  for (let each = 0; each < 20; each++) log.push({n: ++n, time: 0, kind: 'restarted', text: `Clerk ${n} is back.`});
                                  log.push({n: ++n, time: 0, kind: 'gave_up', text: 'It gives up.'});
                                  panel.draw({log: log.slice(-200)});
                                  await pause(20);
                                }
                                const words = document.querySelector('[role=status]')?.textContent ?? '';
                                return [said, words];
                                """);
        assertThat((Long) heard.getFirst()).isBetween(1L, 4L);
        assertThat((String) heard.getLast())
                .startsWith("It gives up.")
                .matches(".* And \\d+ more\\.");
    }

    @Test
    void a_flood_of_lines_of_ones_own_is_summed_up_as_well() throws IOException {
        List<Object> heard =
                inLesson(
                        COUNT
                                + """
                                const page = new DOMParser().parseFromString(await (await fetch('/index.html')).text(), 'text/html');
                                document.body.replaceChildren(page.querySelector('aside'));
                                const {ShellPane} = await import('/shell-pane.js');
                                const pane = new ShellPane(document.querySelector('aside'), {}, 'colours.css');
                                const entry = (number, running, text) => ({number, running, typed: ['f()'], text, dropped: 0, note: ''});
                                const draw = (own) => pane.draw({shell: {number: 1, run: 1, code: '', state: 'running', problem: ''}, own});
                                draw([]);
                                await pause(50);
                                said = 0;
                                const begin = performance.now();
                                for (let n = 0; performance.now() - begin < 2500; n++) {
                                  draw([entry(n, true, 'x'.repeat(n))]);
                                  draw([entry(n, false, `line ${n} ${'🦀'.repeat(150)}`)]);
                                  await pause(20);
                                }
                                return [said, document.querySelector('.own [role=status]')?.textContent ?? ''];
                                """);
        assertThat((Long) heard.getFirst()).isBetween(1L, 4L);
        assertThat((String) heard.getLast()).contains("line ", "🦀 and so on", " more.");
    }

    @Test
    void a_name_that_is_cut_ends_with_a_whole_character() throws IOException {
        List<String> broken =
                inObserver(
                        """
                        const {FONTS, fitting} = await import('/text-width.js');
                        const all = [];
                        for (const name of ['🦀'.repeat(150), `a${'🦀'.repeat(150)}`]) {
                          for (let room = 10; room < 200; room++) all.push(fitting(name, FONTS.name, room));
                          all.push(fitting(name, FONTS.name, 1e6));
                        }
                        return all.filter((text) => !text.isWellFormed());
                        """);
        assertThat(broken).isEmpty();
    }
}
