package browser;

import org.openqa.selenium.chrome.ChromeDriver;

import java.util.List;

/** The page of a lesson as a reader meets it. */
final class LessonPage {

    private final Page page;

    LessonPage(ChromeDriver driver) {
        this.page = new Page(driver);
    }

    /** Waits until the lesson is there and the shell can be typed into. */
    LessonPage ready() {
        page.waitUntil(() -> shell().equals("Ready"));
        return this;
    }

    Page page() {
        return page;
    }

    /** Returns what the shell is doing, in words. */
    String shell() {
        return page.text(".shell-bar .state");
    }

    /** Has the shell begin anew with this code. */
    LessonPage choose(String code) {
        page.script(
                "const select = document.querySelector('select.code'); select.value ="
                        + " arguments[0]; select.dispatchEvent(new Event('change'))",
                code);
        page.waitUntil(() -> !shell().equals("Ready"));
        return ready();
    }

    /** Runs the lesson up to the end of its last session, and waits until that has come out. */
    void runAll() {
        page.script("[...document.querySelectorAll('.session .run')].at(-1)?.click()");
        page.waitUntil(
                () -> exchanges().stream().noneMatch(one -> one.matches("(new|running):.*")));
    }

    /** Returns for each exchange how it came out, what was typed, and what is said about it. */
    List<String> exchanges() {
        return page.script(
                "return [...document.querySelectorAll('.exchange')].map(e => e.dataset.state + ': '"
                        + " + e.querySelector('.typed code').textContent + ' '"
                        + " + e.querySelector('.verdict').textContent)");
    }

    /** Returns what the tests say, in a line. */
    String tests() {
        return page.text(".tasks .summary");
    }
}
