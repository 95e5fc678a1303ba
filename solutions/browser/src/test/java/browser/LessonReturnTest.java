package browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A lesson's page that slept, was cut off, or is open more than once, shows the truth. */
class LessonReturnTest extends OnLessons {

    private static final String STAGE = "part1/1-todo-list";
    private static final List<String> STAGES =
            List.of(
                    STAGE,
                    "part1/2-server-process",
                    "part1/3-todo-server",
                    "lecture5/1-named-workers");

    /** So many changes that the server has forgotten those that came first: it keeps 256. */
    private static final String MANY =
            "for (int i = 0; i < 300; i++) { System.out.println(i); Thread.sleep(22); }";

    /**
     * Chromium lets a stream that it has go on when it is offline. So it is made to open another.
     */
    private static final String OPEN_AGAIN =
            "window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))";

    private static final Duration GOAL = Duration.ofSeconds(2);

    private final String first = browser().tab();

    @AfterEach
    void oneTab() {
        browser().offline(false).closeAllBut(first);
    }

    private static void typeElsewhere(String stage, String line) {
        kata().post(stage, "/type", "text", line);
    }

    private static long millisUntilLast(LessonPage lesson, String words) {
        long begin = System.nanoTime();
        lesson.page().waitUntilAsserted(() -> assertThat(lesson.lastOwn()).contains(words));
        return Duration.ofNanos(System.nanoTime() - begin).toMillis();
    }

    @Test
    void a_page_that_slept_catches_up() {
        LessonPage lesson = open(STAGE);
        browser().asleep(Duration.ofSeconds(3), () -> typeElsewhere(STAGE, "6 * 7"));
        assertThat((double) millisUntilLast(lesson, "==> 42")).isLessThan(Allowance.millis(GOAL));
        assertThat(lesson.status()).isEqualTo("Live");
    }

    @Test
    void a_page_that_slept_for_longer_than_is_remembered_begins_anew() {
        LessonPage lesson = open(STAGE);
        browser().asleep(Duration.ofSeconds(8), () -> typeElsewhere(STAGE, MANY));
        assertThat((double) millisUntilLast(lesson, " 0\n1\n2\n"))
                .isLessThan(Allowance.millis(GOAL));
        lesson.page().waitUntilAsserted(() -> assertThat(lesson.lastOwn()).contains("\n298\n299"));
        assertThat(lesson.own()).filteredOn(line -> line.contains("i < 300")).hasSize(1);
    }

    @Test
    void a_page_that_was_cut_off_says_so_and_catches_up() {
        LessonPage lesson = open(STAGE);
        browser().offline(true);
        lesson.page().script(OPEN_AGAIN);
        lesson.page()
                .waitUntilAsserted(() -> assertThat(lesson.status()).startsWith("Connection lost"));
        typeElsewhere(STAGE, "7 * 7");
        browser().offline(false);
        assertThat((double) millisUntilLast(lesson, "==> 49")).isLessThan(Allowance.millis(GOAL));
        assertThat(lesson.status()).isEqualTo("Live");
    }

    @Test
    void two_pages_of_one_stage_show_the_same() {
        LessonPage lesson = open(STAGE);
        browser().newTab();
        open(STAGE).type("8 * 8");
        millisUntilLast(lesson, "==> 64");
        browser().show(first);
        millisUntilLast(lesson, "==> 64");
    }

    @Test
    void many_pages_keep_each_other_from_nothing() {
        Map<String, String> tabs = new LinkedHashMap<>();
        List<Long> millis = new ArrayList<>();
        for (String stage : STAGES) {
            tabs.put(tabs.isEmpty() ? first : browser().newTab(), stage);
            open(stage);
        }
        tabs.forEach((tab, stage) -> {
            browser().show(tab);
            LessonPage lesson = new LessonPage(browser().driver());
            lesson.type("\"%s\".length()".formatted(stage));
            millis.add(millisUntilLast(lesson, "==> " + stage.length()));
        });
        System.out.printf(
                "milliseconds from a line to its output, with %d pages: %s%n", tabs.size(), millis);
        double longest = Allowance.millis(GOAL);
        assertThat(millis).allMatch(one -> one < longest);
    }
}
