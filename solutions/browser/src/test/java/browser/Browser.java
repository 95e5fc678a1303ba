package browser;

import com.deque.html.axecore.results.Results;
import com.deque.html.axecore.selenium.AxeBuilder;

import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * A Chromium without a window, and with nothing in it from before.
 *
 * <p>Where there is none the tests are skipped, unless {@code -Dbrowser=demanded} says that they
 * must not be.
 */
final class Browser implements AutoCloseable {

    /**
     * Kept, because a logger that is not referred to forgets its level. It knows no browser as new
     * as ours.
     */
    private static final Logger DEVTOOLS = Logger.getLogger("org.openqa.selenium.devtools");

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome");
    private static final Dimension PROJECTOR = new Dimension(1024, 768);

    /** For a machine that does much else; what is there is seen at once. */
    static final Duration PATIENCE = Duration.ofMinutes(3);

    static {
        Allowance.watchTheMachine();
    }

    private final Path profile;
    private final ChromeDriver driver;

    private Browser(Path profile, ChromeDriver driver) {
        this.profile = profile;
        this.driver = driver;
    }

    /** Starts a browser. Takes a second or two. */
    static Browser start() {
        Path chromium = found("Chromium", "chromium chromium-driver", NAMES);
        Path chromeDriver =
                found("driver for Chromium", "chromium chromium-driver", List.of("chromedriver"));
        DEVTOOLS.setLevel(Level.OFF);
        try {
            Path profile = Files.createTempDirectory("browser");
            ChromeDriverService service =
                    new ChromeDriverService.Builder()
                            .usingDriverExecutable(chromeDriver.toFile())
                            .usingAnyFreePort()
                            .withTimeout(PATIENCE)
                            .build();
            ChromeDriver driver = new ChromeDriver(service, options(chromium, profile));
            driver.manage().timeouts().scriptTimeout(PATIENCE);
            driver.manage().timeouts().pageLoadTimeout(PATIENCE);
            return new Browser(profile, driver);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static ChromeOptions options(Path chromium, Path profile) {
        return new ChromeOptions()
                .setBinary(chromium.toFile())
                .addArguments(
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--user-data-dir=" + profile);
    }

    /**
     * Returns where a program is that a test needs; without it the test is skipped, or fails.
     *
     * @param what what it is called
     * @param packages what brings it on Debian
     * @param names what its file may be called
     */
    static Path found(String what, String packages, List<String> names) {
        Optional<Path> path = names.stream().flatMap(name -> find(name).stream()).findFirst();
        if (path.isEmpty()) {
            missing(
                    "There is no %s here. On Debian, install it with `apt-get install %s`."
                            .formatted(what, packages));
        }
        return path.orElseThrow();
    }

    private static void missing(String sentence) {
        if (System.getProperty("browser", "").equals("demanded")) {
            throw new IllegalStateException(sentence);
        }
        Assumptions.abort(sentence + " Until then the pages are not tested in it.");
    }

    private static Optional<Path> find(String name) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Has it forget what was done with it, apart from what pages themselves keep. */
    Browser asNew() {
        closeAllBut(driver.getWindowHandles().iterator().next());
        driver.get("about:blank");
        return offline(false).preferring(Map.of()).resized(PROJECTOR.width, PROJECTOR.height);
    }

    /** Gives the page this size, as it would be in a window without borders. */
    Browser resized(int width, int height) {
        Map<String, Object> size =
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false);
        driver.executeCdpCommand("Emulation.setDeviceMetricsOverride", size);
        return this;
    }

    /** Tells pages what their reader likes: such as {@code prefers-color-scheme}, {@code dark}. */
    Browser preferring(String feature, String value) {
        return preferring(Map.of(feature, value));
    }

    private Browser preferring(Map<String, String> wishes) {
        List<Map<String, String>> features =
                wishes.entrySet().stream()
                        .map(wish -> Map.of("name", wish.getKey(), "value", wish.getValue()))
                        .toList();
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", features));
        return this;
    }

    /** Opens an address, and waits until the page has heard of the system. */
    Page open(URI address) {
        driver.get("about:blank"); // An address that differs behind the # only would not be loaded.
        driver.get(address.toString());
        return new Page(driver).connected();
    }

    /** Opens the page of a lesson. */
    LessonPage read(URI address) {
        driver.get("about:blank");
        driver.get(address.toString());
        return new LessonPage(driver);
    }

    /** Opens a tab, where all that follows happens, and returns what {@link #show} knows it by. */
    String newTab() {
        return driver.switchTo().newWindow(WindowType.TAB).getWindowHandle();
    }

    /** Returns what {@link #show} knows the tab by where all happens now. */
    String tab() {
        return driver.getWindowHandle();
    }

    /** Has all that follows happen in a tab. */
    void show(String tab) {
        driver.switchTo().window(tab);
    }

    /** Closes all tabs but one. */
    void closeAllBut(String tab) {
        for (String other : driver.getWindowHandles()) {
            if (!other.equals(tab)) {
                driver.switchTo().window(other).close();
            }
        }
        show(tab);
    }

    /** Cuts the page off from its server, or connects it again. */
    Browser offline(boolean isOffline) {
        Map<String, Object> network =
                Map.of(
                        "offline",
                        isOffline,
                        "latency",
                        0,
                        "downloadThroughput",
                        -1,
                        "uploadThroughput",
                        -1);
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand("Network.emulateNetworkConditions", network);
        return this;
    }

    /**
     * Has the whole browser stand still, as on a machine that sleeps, while something happens and
     * for a time after.
     */
    void asleep(Duration time, Runnable meanwhile) {
        long pid = ((Number) driver.getCapabilities().getCapability("goog:processID")).longValue();
        ProcessHandle browser = ProcessHandle.of(pid).orElseThrow();
        List<ProcessHandle> all = Stream.concat(Stream.of(browser), browser.descendants()).toList();
        signal("-STOP", all);
        try {
            meanwhile.run();
            Thread.sleep(time);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            signal("-CONT", all);
        }
    }

    private static void signal(String signal, List<ProcessHandle> processes) {
        List<String> command = new ArrayList<>(List.of("kill", signal));
        processes.forEach(process -> command.add(String.valueOf(process.pid())));
        try {
            new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException("the browser cannot be stopped and started", failure);
        }
    }

    /** Has axe look for what is in the way of anybody. */
    Results audit() {
        return new AxeBuilder().setTimeout(Math.toIntExact(PATIENCE.toSeconds())).analyze(driver);
    }

    ChromeDriver driver() {
        return driver;
    }

    @Override
    public void close() {
        driver.quit();
        try (Stream<Path> files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException | UncheckedIOException stillWritten) {
            // The browser's last words; the machine clears its temporary folder itself.
        }
    }
}
