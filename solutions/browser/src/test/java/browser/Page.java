package browser;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.awaitility.core.ConditionTimeoutException;
import org.openqa.selenium.By;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NotFoundException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The observer's page as a reader meets it: by what can be seen, heard and pressed. */
final class Page {

    private static final String CARDS = ".cards > [role=treeitem]:not(.leaving)";

    private final ChromeDriver driver;

    Page(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Waits until the page has drawn what it was told first. */
    Page connected() {
        waitUntil(() ->
                "live".equals(script("return document.querySelector('.status').dataset.status")));
        waitUntil(() -> !text(".counts").isEmpty());
        return this;
    }

    /** Waits until something is so; it is looked at after some milliseconds. */
    void waitUntil(BooleanSupplier isSo) {
        try {
            waiting().until(isSo::getAsBoolean);
        } catch (ConditionTimeoutException inVain) {
            String shown = script("return document.body.innerText");
            throw new AssertionError("waited in vain; the page showed:\n" + shown, inVain);
        }
    }

    /** Waits until the assertions hold. */
    void waitUntilAsserted(org.awaitility.core.ThrowingRunnable assertions) {
        waiting().untilAsserted(assertions);
    }

    private static ConditionFactory waiting() {
        return Awaitility.await()
                .atMost(Browser.PATIENCE)
                .pollInterval(Page::untilNextLook)
                .ignoreExceptionsMatching(Page::isDrawnAnew);
    }

    /** A look keeps the browser busy as well: what takes longer is looked at less often. */
    private static Duration untilNextLook(int looks, Duration before) {
        return Duration.ofMillis(Math.min(10L * looks, 50));
    }

    /** The page may draw between two looks at it. */
    private static boolean isDrawnAnew(Throwable failure) {
        return failure instanceof NotFoundException
                || failure instanceof StaleElementReferenceException
                || failure instanceof ElementNotInteractableException;
    }

    /** Returns what each card says to those who listen, in the order of the tree. */
    List<String> cards() {
        return script(
                "return [...document.querySelectorAll(arguments[0])]"
                        + ".map(card => card.getAttribute('aria-label'))",
                CARDS);
    }

    /** Returns the first card whose words begin so; waits until there is one. */
    WebElement card(String beginning) {
        waitUntil(() -> find(beginning) != null);
        return find(beginning);
    }

    private WebElement find(String beginning) {
        return script(
                "return [...document.querySelectorAll(arguments[0])].find(card =>"
                        + " card.getAttribute('aria-label').startsWith(arguments[1])) ?? null",
                CARDS,
                beginning);
    }

    /** Clicks into the middle of a card. */
    void click(String beginning) {
        driver.executeScript(
                "arguments[0].dispatchEvent(new MouseEvent('click', {bubbles: true}))",
                card(beginning));
    }

    /** Clicks the button with this text, as soon as there is one that can be clicked on. */
    void press(String button) {
        By selector =
                By.xpath(
                        "//button[normalize-space(.)='%1$s' or span[text()='%1$s']]"
                                .formatted(button));
        waitUntil(() -> {
            Optional<WebElement> shown =
                    driver.findElements(selector).stream()
                            .filter(WebElement::isDisplayed)
                            .findFirst();
            shown.ifPresent(WebElement::click);
            return shown.isPresent();
        });
    }

    /** Types, wherever the focus is. */
    void type(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    /** Moves the focus on by Tab until it is at an element. */
    void tabTo(String selector) {
        for (int presses = 0; presses < 200; presses++) {
            Boolean isThere =
                    script("return document.activeElement.matches(arguments[0])", selector);
            if (isThere) {
                return;
            }
            type(Keys.TAB);
        }
        throw new AssertionError("Tab does not lead to " + selector);
    }

    /** Returns what is written in the first element that matches. */
    String text(String selector) {
        return script(
                "return document.querySelector(arguments[0])?.textContent.trim() ?? ''", selector);
    }

    boolean isShown(String selector) {
        return driver.findElements(By.cssSelector(selector)).stream()
                .anyMatch(WebElement::isDisplayed);
    }

    /** Returns the words of the element that has the focus. */
    String focused() {
        return script(
                "const e = document.activeElement; return e.getAttribute('aria-label') ??"
                        + " e.textContent");
    }

    /** Returns everything that the log says, the oldest first. */
    List<String> log() {
        return script(
                "return [...document.querySelectorAll('.log li > :last-child')].map(e =>"
                        + " e.textContent)");
    }

    /** Has the browser remember tasks of more than 50 ms, since the page was opened. */
    void noteLongTasks() {
        script(
                "window.longTasks = []; new PerformanceObserver(list =>"
                    + " longTasks.push(...list.getEntries().map(task =>"
                    + " Math.round(task.duration)))).observe({type: 'longtask', buffered: true})");
    }

    /** Returns how many milliseconds these tasks took. */
    List<Long> longTasks() {
        return script("return longTasks");
    }

    /** Has the next question with this path leave a second after it is asked. */
    void delayNext(String path) {
        script(
                "const path = arguments[0], now = fetch; let isNext = true; window.fetch = async"
                    + " (address, options) => { if (isNext && address === path) { isNext = false;"
                    + " await new Promise(go => setTimeout(go, 1000)); } return now(address,"
                    + " options); }",
                path);
    }

    /**
     * Runs a script in the page that calls its last argument with its answer, and waits for that.
     */
    @SuppressWarnings("unchecked")
    <T> T wait(String script, Object... arguments) {
        return (T) driver.executeAsyncScript(script, arguments);
    }

    /** Runs a script in the page, and returns its answer. */
    @SuppressWarnings("unchecked")
    <T> T script(String script, Object... arguments) {
        return (T) driver.executeScript(script, arguments);
    }
}
