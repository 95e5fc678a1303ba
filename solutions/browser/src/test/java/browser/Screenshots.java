package browser;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.OutputType;

import todo.cache.TodoCache;
import todo.list.Entry;
import todo.server.TodoServer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;

/**
 * Takes pictures of the page, as they stand in the README, and more of them to look at. It is not
 * among the tests; this is how it is run, from the root:
 *
 * {@snippet lang="text" :
 * ./mvnw test -f solutions -pl ../otp,../observer,part3/5-ets-registry,browser \
 *     -Dtest=Screenshots -Dsurefire.failIfNoSpecifiedTests=false -Dscreenshots=observer/pictures
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

    @Test
    void take_all_that_is_looked_at() throws IOException, InterruptedException {
        for (String scheme : new String[] {"light", "dark"}) {
            for (int[] size : new int[][] {{1024, 768}, {1440, 900}, {390, 844}}) {
                browser().resized(size[0], size[1]).preferring("prefers-color-scheme", scheme);
                Page page = browser().open(system.address());
                kill(page, "{database_worker, 3}");
                take(page, "look-%s-%d-tree".formatted(scheme, size[0]));
                page.click(":todo_cache, ");
                page.press("Links");
                page.press("Monitors");
                page.press("Messages");
                TodoServer.entries(TodoCache.serverProcess("Bob's list"), DAY);
                take(page, "look-%s-%d-details".formatted(scheme, size[0]));
                Thread.sleep(Duration.ofSeconds(6)); // Else too many restarts in too little time.
            }
        }
    }

    private static void kill(Page page, String title) {
        page.click(title + ", #PID");
        page.type("k");
        page.waitUntil(() -> page.cards().stream().anyMatch(words -> words.startsWith(title) && words.contains("ended: killed")));
        page.type(org.openqa.selenium.Keys.ESCAPE);
    }

    /** Takes a picture when all that moved has come to rest. */
    private static void take(Page page, String name) throws IOException {
        page.wait("const done = arguments[0]; setTimeout(() => Promise.all(document.getAnimations().map(a => a.finished)).then(() => done(), () => done()), 700)");
        Files.write(OUT.resolve(name + ".png"), browser().driver().getScreenshotAs(OutputType.BYTES));
    }
}
