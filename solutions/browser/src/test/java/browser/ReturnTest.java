package browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WindowType;

import otp.ExitReason;
import otp.Name;
import otp.Pid;
import otp.Processes;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page that slept, was loaded again, or opened twice, shows the truth within a second. */
class ReturnTest extends InBrowser {

    private static final Pattern PID = Pattern.compile("#PID<[\\d.]+>");

    private static final Duration GOAL = Duration.ofSeconds(1);

    @TempDir private Path folder;
    private TodoSystem system;
    private Page page;

    @BeforeEach
    void observe() {
        system = TodoSystem.start(folder);
        page = browser().open(system.address());
        page.card(":todo_cache, ");
    }

    @AfterEach
    void stop() {
        system.close();
    }

    @Test
    void a_page_that_is_loaded_again_shows_what_is_so_now() {
        String successor = killCache();
        browser().driver().navigate().refresh();
        assertSeenSoon(millisUntilSeen(page, successor));
    }

    @Test
    void a_page_that_slept_catches_up() {
        AtomicReference<String> successor = new AtomicReference<>();
        browser().asleep(Duration.ofSeconds(4), () -> successor.set(killCache()));
        assertSeenSoon(millisUntilSeen(page, successor.get()));
        assertThat(page.text(".status")).isEqualTo("Live");
    }

    @Test
    void two_pages_show_the_same() {
        WebDriver.TargetLocator windows = browser().driver().switchTo();
        String first = browser().driver().getWindowHandle();
        String second = windows.newWindow(WindowType.TAB).getWindowHandle();
        browser().open(system.address()).card(":todo_cache, ");
        windows.window(second);
        String successor = killCache();
        long inSecond = millisUntilSeen(page, successor);
        windows.window(first);
        assertSeenSoon(Math.max(inSecond, millisUntilSeen(page, successor)));
        windows.window(second).close();
        windows.window(first);
    }

    @Test
    void the_address_of_another_run_is_said_to_be_one() {
        URI yesterday =
                URI.create(system.address().toString().replaceFirst("token=.*", "token=yesterday"));
        browser().driver().get("about:blank");
        browser().driver().get(yesterday.toString());
        page.waitUntilAsserted(() -> assertThat(page.text(".status")).contains("another run"));
    }

    /** Kills the cache behind the page's back, and returns the pid of its successor. */
    private static String killCache() {
        Name<?> name = new Name<>("todo_cache");
        Pid<?> before = Processes.whereis(name).orElseThrow();
        Processes.exit(before, ExitReason.KILL);
        return Awaitility.await()
                .atMost(Browser.PATIENCE)
                .until(
                        () -> Processes.whereis(name),
                        now -> now.isPresent() && !now.get().equals(before))
                .map(ReturnTest::pid)
                .orElseThrow();
    }

    private static String pid(Pid<?> process) {
        Matcher matcher = PID.matcher(process.toString());
        assertThat(matcher.find()).isTrue();
        return matcher.group();
    }

    private static void assertSeenSoon(long millis) {
        System.out.printf("milliseconds until the truth was seen: %d%n", millis);
        assertThat((double) millis).isLessThan(Allowance.millis(GOAL));
    }

    private static long millisUntilSeen(Page page, String pid) {
        long begin = System.nanoTime();
        page.card(":todo_cache, " + pid);
        return Duration.ofNanos(System.nanoTime() - begin).toMillis();
    }
}
