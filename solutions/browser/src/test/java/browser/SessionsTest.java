package browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Arrays;
import java.util.List;

/**
 * The sessions of every lesson come out in the page as the lesson shows them. With {@code
 * -Dstages=part1,part2/4-supervisor} only those of these stages are run.
 */
@EnabledIfSystemProperty(
        named = "lessons",
        matches = "demanded",
        disabledReason = "it takes minutes: ask for it with -Dlessons=demanded")
class SessionsTest extends OnLessons {

    static List<String> stages() {
        List<String> wanted = Arrays.asList(System.getProperty("stages", "").split(","));
        return ServedKata.paths().stream()
                .filter(stage -> wanted.stream().anyMatch(stage::startsWith))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("stages")
    void sessions_come_out_as_the_lesson_shows_them(String stage) {
        LessonPage lesson = openOnSolution(stage);
        lesson.runAll();
        assertThat(lesson.exchanges()).allMatch(exchange -> exchange.startsWith("same:"));
    }
}
