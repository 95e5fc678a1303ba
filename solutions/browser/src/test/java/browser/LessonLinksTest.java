package browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the links of a lesson lead to: hints one at a time, and texts as one reads them. */
class LessonLinksTest extends OnLessons {

    private static final String STAGE = "part1/3-todo-server";

    @Test
    void the_hints_are_offered_one_at_a_time() {
        Page page = open(STAGE).page();
        follow(page, "a[data-hints]");
        page.waitUntilAsserted(
                () -> assertThat(page.<String>script("return document.activeElement.textContent"))
                        .isEqualTo("A hint"));
        assertThat(page.isShown("dialog.text")).isFalse();
    }

    @Test
    void a_text_is_shown_as_one_reads_it_and_its_headings_are_none_of_the_lesson() {
        Page page = open(STAGE).page();
        follow(page, "a[data-file='part2/README.md']");
        page.waitUntil(() -> page.isShown("dialog.text .prose h1"));
        assertThat(page.text("dialog.text")).doesNotContain("](", "## ");
        assertThat(page.<Long>script(
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

    private static void follow(Page page, String link) {
        page.script("document.querySelector(arguments[0]).click()", link);
    }
}
