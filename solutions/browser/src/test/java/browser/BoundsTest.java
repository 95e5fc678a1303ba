package browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;

/** Whatever a page remembers has a bound, for pages that are open for days, be it out of sight. */
class BoundsTest extends WithPageParts {

    @Test
    void the_picture_keeps_so_many_messages_sentences_and_outcomes() throws IOException {
        List<Long> sizes =
                inObserver(
                        """
                        const {Picture} = await import('/picture.js');
                        const picture = new Picture();
                        for (let n = 0; n < 5000; n++) {
                          picture.change({messages: [{n}], log: [{n}], outcomes: [{lever: n}]});
                        }
                        return [picture.messages.size, picture.log.length, picture.outcomes.size];
                        """);
        assertThat(sizes).containsExactly(1_000L, 300L, 50L);
    }

    @Test
    void what_came_and_went_while_nothing_was_drawn_is_forgotten() throws IOException {
        List<Long> sizes =
                inObserver(
                        """
                        const {Picture} = await import('/picture.js');
                        const picture = new Picture();
                        for (let id = 0; id < 5000; id++) {
                          picture.change({processes: [{id, state: 'alive'}], tables: [{id}]});
                          picture.change({gone: [id], goneTables: [id]});
                        }
                        return [picture.processes.size, picture.fresh.size, picture.tables.size];
                        """);
        assertThat(sizes).containsExactly(0L, 0L, 0L);
    }

    @Test
    void what_nobody_asks_for_any_more_is_made_again() throws IOException {
        List<Long> made =
                inObserver(
                        """
                        const {Lately} = await import('/lately.js');
                        const lately = new Lately(100);
                        let made = 0;
                        const ask = (key) => lately.get(key, () => ++made);
                        ask('kept');
                        for (let key = 0; key < 5000; key++) if (ask(key) && ask('kept') !== 1) return ['forgotten'];
                        const before = made;
                        return [before, ask(4999), ask(0) - before];
                        """);
        assertThat(made).containsExactly(5_001L, 5_001L, 1L);
    }

    /** The browser keeps it on the canvas that was measured on. */
    @Test
    void what_the_browser_keeps_of_measured_texts_is_let_go() throws IOException {
        String measure =
                """
                const {FONTS, widthOf, fitting} = await import('/text-width.js');
                for (let n = 0; n < %d; n++) fitting(`process ${n} with a name that does not fit`, FONTS.name, 90);
                return %d;
                """;
        inObserver(measure.formatted(500, 0));
        double few = Heap.bytes(browser());
        inObserver(measure.formatted(10_000, 0));
        assertThat(Heap.bytes(browser()) - few).isLessThan(8 * Heap.MEGABYTE);
    }

    @Test
    void a_lessons_page_forgets_the_lines_that_the_server_forgets() throws IOException {
        List<Long> kept =
                inLesson(
                        """
                        const {StageState} = await import('/stage-state.js');
                        const state = new StageState();
                        const entry = (number) => ({number, exchange: null, typed: [], from: 0, text: 'x'});
                        for (let n = 0; n < 5000; n++) state.change({entries: [entry(n)], first: Math.max(0, n - 99)});
                        return [state.entries.size, state.own[0].number];
                        """);
        assertThat(kept).containsExactly(100L, 4_900L);
    }
}
