package browser;

import static org.assertj.core.api.Assertions.assertThat;

import kata.stage.SourceFile;
import kata.stage.Stage;
import kata.stage.WrongSolution;
import kata.starter.Derivation;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

import java.util.List;

/** A stage can be done from its page and an editor alone. */
class LessonTest extends OnLessons {

    private static final String STAGE = "part2/4-supervisor";
    private static final String NEXT = "part2/5-linking";

    @AfterEach
    void as_before() {
        browser().preferring("prefers-color-scheme", "light").resized(1024, 768);
    }

    @Test
    void from_the_lesson_to_the_next_stage() {
        Stage stage = kata().stage(STAGE);
        LessonPage lesson = openOnSolution(STAGE);
        Page page = lesson.page();
        assertThat(page.text("article h1"))
                .isEqualTo("A supervisor that restarts the cache under its name");
        assertThat(page.isShown("article svg.picture")).isTrue();

        lesson.runAll();
        assertThat(lesson.exchanges()).allMatch(exchange -> exchange.startsWith("same:"));
        page.waitUntil(() -> lesson.observed().contains(":todo_cache"));
        page.press("Start again");
        page.waitUntil(() -> lesson.observed().contains("Nothing runs yet"));
        page.waitUntil(() -> lesson.suggested().equals("spawn(()->receive())"));

        page.press("Tasks t");
        page.press("A hint");
        page.waitUntil(() -> page.text(".hints summary").startsWith("Hint 1 of 3"));

        WrongSolution mistake = mistake(stage, "gives-the-cache-another-id");
        kata().copy().write(Derivation.of(stage).plain(), stage);
        kata().copy().write(replaced(stage, mistake), stage);
        page.waitUntil(() -> page.text(".tasks .details").contains(mistake.title()));
        assertThat(page.isShown(".task[data-state=failing] li strong")).isTrue();

        kata().copy().write(Derivation.of(stage).plain(), stage);
        page.waitUntil(() -> lesson.tests().startsWith("✓ solved"));
        page.press("Diff to the reference");
        page.waitUntil(() -> page.text("dialog.text").contains("line by line"));
        page.type(Keys.ESCAPE);
        assertThat(page.text(".solved a")).startsWith(NEXT);
        page.script("document.querySelector('.solved a').click()");
        page.waitUntil(() -> page.text("header .stage").equals(NEXT));
        page.press("Map and search /");
        page.waitUntil(() -> page.text("dialog.map").contains("1 of "));
    }

    private static WrongSolution mistake(Stage stage, String name) {
        return WrongSolution.readAll(stage).stream()
                .filter(wrong -> wrong.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<SourceFile> replaced(Stage stage, WrongSolution mistake) {
        return Derivation.of(stage).plain().stream()
                .map(file ->
                        mistake.sources().stream()
                                .filter(wrong -> wrong.path().equals(file.path()))
                                .findFirst()
                                .orElse(file))
                .toList();
    }

    @Test
    void by_keyboard_alone() {
        LessonPage lesson = openOnSolution(STAGE);
        Page page = lesson.page();
        page.script("document.querySelector('main').focus()");
        page.type("n");
        assertThat(page.focused()).startsWith("Run: record Drawer");
        page.type(Keys.ENTER);
        page.waitUntil(() -> lesson.exchanges().getFirst().startsWith("same:"));
        page.type("t");
        page.waitUntil(() -> page.isShown(".tasks .details"));
        page.type("/");
        page.type("restart intensity");
        page.waitUntil(() -> page.text("dialog.map .found").contains("part2/4-supervisor"));
        page.type(Keys.ESCAPE);
        page.type("j");
        page.type("1 + 1", Keys.ENTER);
        page.waitUntil(() -> page.text(".own .output").endsWith("==> 2"));
    }

    /** Holds back the next map until it is let go, and says then when the page has it. */
    private static final String HOLD_MAP =
            """
            const ask = window.fetch;
            window.fetch = (address, options) => {
              if (!address.startsWith('map')) return ask(address, options);
              window.fetch = ask;
              return new Promise((answer) => {
                window.letMapCome = (done) => ask(address, options).then((map) => {
                  answer(map);
                  setTimeout(() => requestAnimationFrame(done), 100);
                });
              });
            };
            """;

    @Test
    void a_map_that_comes_late_does_not_cover_what_was_found() {
        Page page = open(STAGE).page();
        page.script(HOLD_MAP);
        page.press("Map and search /");
        page.type("restart intensity");
        page.waitUntil(() -> page.text("dialog.map .found").contains("part2/4-supervisor"));
        page.wait("letMapCome(arguments[0])");
        assertThat(page.text("dialog.map .found")).contains("part2/4-supervisor");
    }

    @Test
    void a_hint_that_is_read_stays_while_the_tests_run() {
        LessonPage lesson = open(NEXT);
        Page page = lesson.page();
        page.press("Tasks t");
        page.press("A hint");
        page.waitUntil(() -> page.text(".hints summary").startsWith("Hint 1 of 3"));
        page.script(
                "document.querySelector('.hints summary').focus();"
                        + " document.querySelector('.task').id = 'before'");
        kata().post(NEXT, "/test", "sure", "true");
        page.waitUntil(() -> !page.isShown("#before"));
        assertThat(page.focused()).startsWith("Hint 1 of 3");
    }

    @Test
    void a_stage_that_is_not_there_is_said_not_to_be() {
        Page page = browser().read(kata().address("part1/9-nothing")).page();
        page.waitUntil(() -> page.text("header .status").equals("There is no such stage"));
        assertThat(page.text("main > .problem")).contains("choose one on the map");
        assertThat(page.isShown("article[aria-busy=true]")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"light, 1024, 768", "dark, 390, 844"})
    void nothing_is_in_the_way_of_anybody(String scheme, int width, int height) {
        browser().preferring("prefers-color-scheme", scheme).resized(width, height);
        LessonPage lesson = open(STAGE);
        lesson.page().press("Tasks t");
        check("the lesson");
        lesson.page().press("Map and search /");
        lesson.page().waitUntil(() -> lesson.page().text("dialog.map").contains("solved"));
        check("the map");
    }

    private static void check(String what) {
        var found = browser().audit();
        assertThat(found.getViolations()).as(what).isEmpty();
    }
}
