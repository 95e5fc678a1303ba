package browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Measures how long a reader of a lesson waits for the page, and for what its lines print. On
 * demand: on a machine that does much else it says nothing.
 */
@EnabledIfSystemProperty(
        named = "lessons",
        matches = "demanded",
        disabledReason = "it measures: demanded with -Dlessons=demanded")
class LessonSpeedTest extends OnLessons {

    private static final List<String> COLD =
            List.of("part2/3-pooling", "part3/4-ets", "lecture5/2-registry");

    /** Clicks on *Run* beside a line, and tells after how many milliseconds its output is drawn. */
    private static final String RUN_AND_LOOK =
            """
            const [place, done] = arguments;
            const find = () => document.querySelectorAll('.exchange')[place];
            const look = (line, begin) => {
              const hasOutput = !line.querySelector('.output').hidden;
              if (hasOutput || ['same', 'different', 'ended'].includes(line.dataset.state)) done(performance.now() - begin);
              else requestAnimationFrame(() => look(line, begin));
            };
            const click = () => {
              if (!find()) return requestAnimationFrame(click);
              find().querySelector('.run-line').click();
              look(find(), performance.now());
            };
            click();
            """;

    private static final String USABLE =
            "return performance.getEntriesByName('usable')[0]?.startTime ?? -1";

    @Test
    void what_a_line_prints_is_seen_at_once_in_a_shell_that_has_begun() {
        LessonPage lesson = browser().read(kata().address("part2/1-cache")).ready();
        lesson.choose("solution");
        List<Long> millis = new ArrayList<>();
        for (int line = 0; line < lesson.exchanges().size(); line++) {
            millis.add(run(lesson, line));
        }
        print("from Run to the first output, warm", millis);
        assertThat((double) median(millis)).isLessThan(Allowance.millis(Duration.ofMillis(300)));
    }

    @Test
    void what_a_line_prints_is_seen_soon_in_a_shell_that_has_just_begun() {
        List<Long> millis = new ArrayList<>();
        for (String stage : COLD) {
            millis.add(run(browser().read(kata().address(stage)), 0));
        }
        print("from Run to the first output, cold", millis);
        assertThat((double) median(millis)).isLessThan(Allowance.millis(Duration.ofSeconds(3)));
    }

    @Test
    void the_page_of_the_longest_lesson_can_be_used_soon_after_it_is_opened() {
        String longest =
                ServedKata.paths().stream()
                        .max(Comparator.comparingLong(LessonSpeedTest::length))
                        .orElseThrow();
        List<Long> millis = new ArrayList<>();
        for (int round = 0; round < 9; round++) {
            Page page = browser().read(kata().address(longest)).page();
            page.waitUntil(() -> usable(page) >= 0);
            millis.add(usable(page));
        }
        print("until %s can be used".formatted(longest), millis);
        assertThat((double) median(millis)).isLessThan(Allowance.millis(Duration.ofMillis(500)));
    }

    private static long run(LessonPage lesson, int line) {
        Number millis = lesson.page().wait(RUN_AND_LOOK, line);
        return Math.round(millis.doubleValue());
    }

    private static long usable(Page page) {
        Number millis = page.script(USABLE);
        return Math.round(millis.doubleValue());
    }

    private static long length(String stage) {
        try {
            return Files.size(kata().stage(stage).folder().resolve("README.md"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static long median(List<Long> millis) {
        return millis.stream().sorted().toList().get(millis.size() / 2);
    }

    private static void print(String what, List<Long> millis) {
        System.out.printf("%s: median %d ms, all %s%n", what, median(millis), millis);
    }
}
