package browser;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;

import todo.cache.TodoCache;
import todo.server.TodoServer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * Takes pictures of the page, as they stand in the README. It is not among the tests; this is how
 * it is run, from the root:
 *
 * {@snippet lang="text" :
 * ./mvnw test -f solutions -pl browser -am \
 *     -Dtest=Screenshots -Dsurefire.failIfNoSpecifiedTests=false -Dscreenshots=$PWD/observer/pictures
 * }
 */
class Screenshots extends InBrowser {

    private static final Path OUT = Path.of(System.getProperty("screenshots"));
    private static final LocalDate DAY = LocalDate.of(2026, 12, 24);

    @TempDir private Path folder;
    private TodoSystem system;

    @BeforeEach
    void observe() throws IOException {
        Files.createDirectories(OUT);
        System.setProperty("sun.java.command", "todo-system"); // What the page calls the program.
        system = TodoSystem.start(folder);
    }

    @AfterEach
    void stop() {
        system.close();
        browser().preferring("prefers-color-scheme", "light");
    }

    @Test
    void take_the_tree_after_a_kill() throws IOException {
        browser().resized(1280, 760);
        Page page = browser().open(system.address());
        kill(page, "{database_worker, 3}");
        kill(page, "{database_worker, 7}");
        kill(page, ":todo_cache");
        page.click(":todo_cache, ");
        take(page, "tree");
    }

    @Test
    void take_the_messages_of_one_request() throws IOException {
        browser().resized(1280, 760).preferring("prefers-color-scheme", "dark");
        Page page = browser().open(system.address());
        page.press("Messages");
        for (String list : TodoSystem.LISTS) {
            TodoServer.addEntry(TodoCache.serverProcess(list), DAY, "Wrap presents");
            TodoServer.entries(TodoCache.serverProcess(list), DAY);
        }
        page.waitUntil(() -> page.isShown(".message .taken"));
        page.press("Stop");
        take(page, "messages");
    }

    private static void kill(Page page, String title) {
        page.click(title + ", #PID");
        page.type("k");
        page.waitUntil(() ->
                page.cards().stream()
                        .anyMatch(words ->
                                words.startsWith(title) && words.contains("ended: killed")));
        page.type(Keys.ESCAPE);
    }

    /** Takes a picture when all that moved has come to rest. */
    private static void take(Page page, String name) throws IOException {
        page.wait(
                "const done = arguments[0]; setTimeout(() =>"
                        + " Promise.all(document.getAnimations().map(a => a.finished)).then(() =>"
                        + " done(), () => done()), 700)");
        Files.write(
                OUT.resolve(name + ".png"), browser().driver().getScreenshotAs(OutputType.BYTES));
    }
}
