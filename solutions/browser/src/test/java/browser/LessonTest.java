package browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.selenium.AxeBuilder;

import kata.stage.SourceFile;
import kata.stage.Stage;
import kata.stage.WrongSolution;
import kata.starter.Derivation;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

import java.util.List;

/** A stage can be done from its page and an editor alone. */
@EnabledIfSystemProperty(
        named = "lessons",
        matches = "demanded",
        disabledReason = "it takes minutes: ask for it with -Dlessons=demanded")
class LessonTest extends InBrowser {

    private static final String STAGE = "part2/4-supervisor";

    private static ServedKata kata;

    @BeforeAll
    static void serve() {
        kata = ServedKata.start(STAGE);
    }

    @AfterAll
    static void end() {
        if (kata != null) {
            kata.close();
        }
    }

    @AfterEach
    void as_before() {
        browser().preferring("prefers-color-scheme", "light").resized(1024, 768);
    }

    private static LessonPage open(String stage) {
        return browser().read(kata.address(stage)).ready();
    }

    @Test
    void from_the_lesson_to_the_next_stage() {
        Stage stage = kata.stage(STAGE);
        LessonPage lesson = open(STAGE);
        Page page = lesson.page();
        assertThat(page.text("article h1"))
                .isEqualTo("A supervisor that restarts the cache under its name");
        assertThat(page.isShown("article svg.picture")).isTrue();

        lesson.choose("solution").runAll();
        assertThat(lesson.exchanges()).allMatch(exchange -> exchange.startsWith("same:"));

        page.press("Tasks t");
        page.press("A hint");
        page.waitUntil(() -> page.text(".hints summary").startsWith("Hint 1 of 3"));

        WrongSolution mistake = mistake(stage, "gives-the-cache-another-id");
        kata.copy().write(Derivation.of(stage).plain(), stage);
        kata.copy().write(replaced(stage, mistake), stage);
        page.waitUntil(() -> page.text(".tasks .details").contains(mistake.title()));
        assertThat(page.isShown(".task[data-state=failing] li strong")).isTrue();

        kata.copy().write(Derivation.of(stage).plain(), stage);
        page.waitUntil(() -> lesson.tests().startsWith("✓ solved"));
        page.press("Diff to the reference");
        page.waitUntil(() -> page.text("dialog.text").contains("line by line"));
        page.type(Keys.ESCAPE);
        assertThat(page.text(".solved a")).startsWith("part2/5-linking");
        page.script("document.querySelector('.solved a').click()");
        page.waitUntil(() -> page.text("header .stage").equals("part2/5-linking"));
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
    void the_processes_stand_beside_the_lesson_and_come_back_with_a_new_shell() {
        LessonPage lesson = open(STAGE);
        lesson.choose("solution").runAll();
        Page page = lesson.page();
        page.waitUntil(() -> lesson.observed().contains(":todo_cache"));
        page.press("Begin anew");
        page.waitUntil(() -> lesson.observed().contains("Nothing runs yet"));
    }

    @Test
    void by_keyboard_alone() {
        LessonPage lesson = open(STAGE);
        Page page = lesson.page();
        lesson.choose("solution");
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

    @ParameterizedTest
    @CsvSource({"light, 1024, 768", "dark, 1440, 900", "light, 390, 844", "dark, 512, 384"})
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
        var found = new AxeBuilder().analyze(browser().driver());
        assertThat(found.getViolations()).as(what).isEmpty();
    }
}
