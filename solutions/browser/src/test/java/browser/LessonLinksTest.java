package browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/**
 * Where the links of a lesson lead: to hints one at a time, to texts as one reads them, and back.
 */
class LessonLinksTest extends OnLessons {

    private static final long ONE_LINE = 20;
    private static final String STAGE = "part1/3-todo-server";

    @Test
    void the_hints_are_offered_one_at_a_time() {
        Page page = open(STAGE).page();
        follow(page, "a[data-hints]");
        page.waitUntilAsserted(() ->
                assertThat(page.<String>script("return document.activeElement.textContent"))
                        .isEqualTo("A hint"));
        assertThat(page.isShown("dialog.text")).isFalse();
    }

    @Test
    void a_text_is_shown_as_one_reads_it_and_its_headings_are_none_of_the_lesson() {
        Page page = open(STAGE).page();
        follow(page, "a[data-file='part2/README.md']");
        page.waitUntil(() -> page.isShown("dialog.text .prose h1"));
        assertThat(page.text("dialog.text")).doesNotContain("](", "## ");
        assertThat(
                        page.<Long>script(
                                "return document.querySelectorAll('dialog.text [id^=at-]').length"))
                .isZero();
    }

    @Test
    void code_is_shown_as_it_stands() {
        Page page = open(STAGE).page();
        follow(page, "a[data-file$='TodoServer.java']");
        page.waitUntil(() -> page.isShown("dialog.text pre.code"));
        assertThat(page.text("dialog.text pre.code")).startsWith("package todo.server;");
    }

    @Test
    void who_comes_back_or_loads_the_page_again_reads_on() {
        Page page = open(STAGE).page();
        page.script("document.querySelector('#at-tasks').scrollIntoView({behavior: 'instant'})");
        page.waitUntil(() -> page.script("return history.state?.reading !== undefined"));
        long read = topOfTasks(page);

        follow(page, "header .next");
        waitForTitle(page, "The to-do server", false);
        browser().driver().navigate().back();
        waitForTitle(page, "The to-do server", true);
        page.waitUntilAsserted(
                () -> assertThat(topOfTasks(page)).isCloseTo(read, within(ONE_LINE)));
        browser().driver().navigate().refresh();
        page.waitUntilAsserted(
                () -> assertThat(topOfTasks(page)).isCloseTo(read, within(ONE_LINE)));
    }

    private static void waitForTitle(Page page, String title, boolean isThere) {
        page.waitUntil(() ->
                page.isShown("article h1") && page.text("article h1").startsWith(title) == isThere);
    }

    private static long topOfTasks(Page page) {
        Number top =
                page.script(
                        "return document.querySelector('#at-tasks')?.getBoundingClientRect().top ??"
                                + " -1");
        return Math.round(top.doubleValue());
    }

    private static void follow(Page page, String link) {
        page.script("document.querySelector(arguments[0]).click()", link);
    }
}
