package browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
        assertThat(millisUntilSeen(page, successor)).isLessThan(10_000);
    }

    @Test
    void a_page_that_slept_catches_up() {
        AtomicReference<String> successor = new AtomicReference<>();
        browser().asleep(Duration.ofSeconds(4), () -> successor.set(killCache()));
        assertThat(millisUntilSeen(page, successor.get())).isLessThan(10_000);
        assertThat(page.text(".status")).isEqualTo("Live");
    }

    @Test
    void two_pages_show_the_same() {
        String first = browser().driver().getWindowHandle();
        browser().driver().switchTo().newWindow(WindowType.TAB);
        Page second = browser().open(system.address());
        second.card(":todo_cache, ");
        String successor = killCache();
        assertThat(millisUntilSeen(second, successor)).isLessThan(10_000);
        browser().driver().close();
        browser().driver().switchTo().window(first);
        assertThat(millisUntilSeen(page, successor)).isLessThan(10_000);
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

    private static long millisUntilSeen(Page page, String pid) {
        long begin = System.nanoTime();
        page.card(":todo_cache, " + pid);
        return Duration.ofNanos(System.nanoTime() - begin).toMillis();
    }
}
