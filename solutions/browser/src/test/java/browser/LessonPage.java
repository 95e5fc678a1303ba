package browser;

import org.openqa.selenium.Keys;
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
        String before = shellNumber();
        page.script(
                "const select = document.querySelector('select.code'); select.value ="
                        + " arguments[0]; select.dispatchEvent(new Event('change'))",
                code);
        page.waitUntil(() -> !shellNumber().equals(before));
        return ready();
    }

    /** Has the shell begin anew with the same code, and waits until it hears. */
    LessonPage beginAnew() {
        String before = shellNumber();
        page.press("Start again");
        page.waitUntil(() -> !shellNumber().equals(before));
        return ready();
    }

    /** Tells the shell from those before it. */
    private String shellNumber() {
        return page.script("return document.querySelector('.shell-bar .state').dataset.shell");
    }

    /** Runs the lesson up to the end of its last session, and waits until that has come out. */
    void runAll() {
        page.script("[...document.querySelectorAll('.session .run')].at(-1)?.click()");
        page.waitUntil(() ->
                exchanges().stream()
                        .noneMatch(one -> one.startsWith("new:") || one.startsWith("running:")));
    }

    /** Returns for each exchange how it came out, what was typed, and what is said about it. */
    List<String> exchanges() {
        return page.script(
                "return [...document.querySelectorAll('.exchange')].map(e => e.dataset.state + ': '"
                        + " + e.querySelector('.typed code').textContent + ' '"
                        + " + e.querySelector('.verdict').textContent)");
    }

    /** Types a line of one's own. */
    LessonPage type(String line) {
        page.script(
                "const line = document.querySelector('#own-line'); line.focus(); line.select()");
        page.type(line, Keys.ENTER);
        return this;
    }

    /**
     * Returns for each line of one's own what was typed, what came out, and what is said about it.
     */
    List<String> own() {
        return page.script(
                "return [...document.querySelectorAll('.own .entry')].map(e =>"
                        + " [...e.children].map(part => part.textContent).join(' '))");
    }

    /** Returns the same for the last line; nothing if there is none. */
    String lastOwn() {
        List<String> all = own();
        return all.isEmpty() ? "" : all.getLast();
    }

    /**
     * Returns what each process in the shell says to those who listen, and whether there is none.
     */
    String observed() {
        return page.script(
                "const d = document.querySelector('iframe').contentDocument; return"
                        + " [...d.querySelectorAll('[role=treeitem]')].map(e =>"
                        + " e.getAttribute('aria-label')).join('\\n') +"
                        + " (d.querySelector('.empty')?.hidden ? '' : 'Nothing runs yet')");
    }

    /** Returns the line that is suggested to begin with, while nothing runs. */
    String suggested() {
        return page.script(
                "return document.querySelector('iframe').contentDocument"
                        + ".querySelector('.empty .hint code').textContent");
    }

    /** Returns whether the page is connected, in words. */
    String status() {
        return page.text("header .status .words");
    }

    /** Returns what the tests say, in a line. */
    String tests() {
        return page.text(".tasks .summary");
    }
}
