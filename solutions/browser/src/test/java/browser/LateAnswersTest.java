package browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;

/**
 * Answers come in another order than they were asked for: what is shown belongs to what was asked
 * for last.
 */
class LateAnswersTest extends WithPageParts {

    /** A server that answers when it is told to, and to which question. */
    private static final String SERVER =
            """
            const asked = [];
            const ask = (path, fields) => new Promise((answer, refuse) => asked.push({path, fields, answer, refuse}));
            const server = {get: ask, post: ask, tell: ask};
            const pause = (millis = 0) => new Promise((done) => setTimeout(done, millis));
            const until = async (isSo) => { while (!isSo()) await pause(5); };
            const {html} = await import('/elements.js');
            document.body.replaceChildren();
            """;

    private static <T> T observer(String script) throws IOException {
        return inObserver(SERVER + script);
    }

    private static <T> T lesson(String script) throws IOException {
        return inLesson(SERVER + script);
    }

    @Test
    void a_search_shows_what_was_searched_for_last_and_nothing_once_it_is_closed()
            throws IOException {
        List<Object> shown =
                observer(
                        """
                        const {SearchBox} = await import('/search-box.js');
                        const input = html('input');
                        const list = html('ul', {role: 'listbox', hidden: true});
                        document.body.append(html('div', {class: 'search'}, input, list, html('p', {class: 'more'})));
                        new SearchBox(document.querySelector('.search'), server, () => {});
                        const type = async (words) => {
                          const before = asked.length;
                          input.value = words;
                          input.dispatchEvent(new Event('input'));
                          await until(() => asked.length > before);
                        };
                        const found = (title) => ({found: [{title, pid: '', path: [], shown: true}], more: 0});
                        await type('a');
                        await type('b');
                        await type('a');
                        asked[2].answer(found('new'));
                        await pause();
                        asked[0].answer(found('old'));
                        await pause();
                        const first = list.textContent;
                        await type('c');
                        input.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape'}));
                        asked[3].answer(found('late'));
                        await pause();
                        return [first, list.hidden];
                        """);
        assertThat((String) shown.getFirst()).contains("new");
        assertThat(shown.getLast()).isEqualTo(true);
    }

    @Test
    void what_is_chosen_last_is_shown_at_the_side() throws IOException {
        List<Object> shown =
                observer(
                        """
                        const {View} = await import('/view.js');
                        const view = new View(() => {});
                        const first = view.selectWhen(ask('reveal'), 1);
                        view.select({process: 2});
                        asked[0].answer({});
                        const second = view.selectWhen(ask('reveal'), 3);
                        asked[1].answer({});
                        return [await first, await second, view.selected.process];
                        """);
        assertThat(shown).containsExactly(false, true, 3L);
    }

    @Test
    void a_lever_that_did_well_takes_no_problem_of_a_later_one_away() throws IOException {
        String problem =
                observer(
                        """
                        const {Levers} = await import('/levers.js');
                        const {View} = await import('/view.js');
                        const view = new View(() => {});
                        const levers = new Levers(server, view);
                        levers.pull('suspend', {id: 1});
                        levers.pull('suspend', {id: 2});
                        asked[1].refuse(new Error('this process has ended'));
                        await pause();
                        asked[0].answer({lever: 1});
                        await pause();
                        return view.problem;
                        """);
        assertThat(problem).isEqualTo("this process has ended");
    }

    @Test
    void the_detail_of_a_process_is_never_older_than_the_one_that_was_shown() throws IOException {
        String shown =
                observer(
                        """
                        const {ProcessPanel} = await import('/process-panel.js');
                        const {View} = await import('/view.js');
                        const view = new View(() => {});
                        view.select({process: 1});
                        const panel = new ProcessPanel(server, view, {}, {});
                        document.body.append(panel.element);
                        const draw = () => panel.draw({processes: new Map([[1, {id: 1, title: 'clerk', pid: '#PID<0.1.0>', names: [], state: 'alive', kind: 'server', delay: 0, mailbox: 0}]])});
                        draw();
                        draw();
                        asked[1].answer({detail: {state: 'new', links: [], monitors: [], monitoredBy: [], mailboxMessages: []}});
                        await pause();
                        asked[0].answer({detail: {state: 'old', links: [], monitors: [], monitoredBy: [], mailboxMessages: []}});
                        await pause();
                        return panel.element.querySelector('.detail').textContent;
                        """);
        assertThat(shown).contains("new").doesNotContain("old");
    }

    @Test
    void the_map_shows_how_the_stages_stood_when_it_was_asked_for_last() throws IOException {
        String shown =
                lesson(
                        """
                        const {MapDialog} = await import('/map-dialog.js');
                        const dialog = html('dialog');
                        document.body.append(dialog);
                        const map = new MapDialog(dialog, server, 'part1/1', () => '');
                        map.open(false);
                        map.refresh();
                        asked[1].answer({chapters: [], solved: 2, total: 3});
                        await pause();
                        asked[0].answer({chapters: [], solved: 1, total: 3});
                        await pause();
                        return dialog.textContent;
                        """);
        assertThat(shown).contains("2 of 3 solved");
    }

    @Test
    void a_window_shows_what_was_opened_last_and_stays_closed_once_it_is() throws IOException {
        List<Object> shown =
                lesson(
                        """
                        const {Dialogs} = await import('/dialogs.js');
                        const {showDiff} = await import('/spoilers.js');
                        const dialog = html('dialog');
                        document.body.append(dialog);
                        const dialogs = new Dialogs(dialog);
                        const open = (path) => dialogs.showAnswer(path, async () => [(await server.get('file', {path})).text]);
                        open('Old.java');
                        showDiff(server, dialogs, true);
                        asked[1].answer({lines: ['+ new']});
                        await pause();
                        asked[0].answer({text: 'old'});
                        await pause();
                        const first = dialog.textContent;
                        open('Late.java');
                        const isClosed = new Promise((done) => dialog.addEventListener('close', done));
                        dialog.close();
                        await isClosed;
                        asked[2].answer({text: 'late'});
                        await pause();
                        return [first, dialog.open];
                        """);
        assertThat((String) shown.getFirst()).contains("new").doesNotContain("old");
        assertThat(shown.getLast()).isEqualTo(false);
    }

    @Test
    void a_puzzle_says_of_the_order_that_was_checked_last_whether_it_is_right() throws IOException {
        String shown =
                lesson(
                        """
                        const {Dialogs} = await import('/dialogs.js');
                        const {Puzzle} = await import('/puzzle.js');
                        const dialog = html('dialog');
                        document.body.append(dialog);
                        const opened = Puzzle.open(server, new Dialogs(dialog, server));
                        asked[0].answer({seed: 7, parts: []});
                        await opened;
                        const check = [...dialog.querySelectorAll('button')].find((button) => button.textContent === 'Check');
                        check.click();
                        check.click();
                        asked[2].answer({tasks: [], isSolved: true, isReference: true});
                        await pause();
                        asked[1].answer({tasks: [], isSolved: false});
                        await pause();
                        return dialog.textContent;
                        """);
        assertThat(shown).contains("✓ Solved");
    }

    @Test
    void only_the_run_that_was_asked_to_stop_can_be_stopped_by_force() throws IOException {
        List<String> words =
                lesson(
                        """
                        const {ShellPane} = await import('/shell-pane.js');
                        document.body.append(html('aside', {},
                            html('div', {class: 'shell-bar'}, html('select', {class: 'code'}), html('p', {class: 'state'}),
                                html('button', {class: 'stop'}), html('button', {class: 'begin'})),
                            html('iframe', {class: 'observer'}), html('div', {class: 'log'}),
                            html('form', {class: 'line'}, html('label', {class: 'prompt'}), html('textarea'))));
                        const stop = document.querySelector('.stop');
                        const pane = new ShellPane(document.querySelector('aside'), {...server, stop: () => {}}, 'colours.css');
                        const draw = (run, state) => pane.draw({shell: {number: 1, run, code: '', state, problem: ''}, own: []});
                        draw(1, 'running');
                        stop.click();
                        draw(1, 'ready');
                        draw(2, 'running');
                        await pause(1300);
                        const next = stop.textContent;
                        stop.click();
                        await until(() => stop.textContent === 'Stop by force');
                        return [next, stop.textContent];
                        """);
        assertThat(words).containsExactly("Stop", "Stop by force");
    }

    @Test
    void a_hint_that_is_asked_for_twice_is_one_hint() throws IOException {
        List<Long> hints =
                lesson(
                        """
                        const {TaskStrip} = await import('/task-strip.js');
                        document.body.append(html('section', {class: 'tasks'}, html('button', {class: 'unfold'}), html('ol', {class: 'marks'}),
                            html('p', {class: 'summary'}), html('div', {class: 'details'})));
                        const strip = new TaskStrip(document.querySelector('section'), server, {}, {prepare: () => {}});
                        const shown = strip.show({learned: '', next: null});
                        asked[0].answer({tasks: [{task: 1, all: 3, seen: []}]});
                        await shown;
                        strip.draw({tests: {isTesting: false, isSolved: false, summary: '', text: '', tasks: [{number: 1, title: 'Add', state: 'open', failed: []}]}});
                        const hint = document.querySelector('button.hint');
                        hint.click();
                        hint.click();
                        return asked.slice(1).map(({fields}) => fields.hint);
                        """);
        assertThat(hints).containsExactly(1L, 1L);
    }
}
