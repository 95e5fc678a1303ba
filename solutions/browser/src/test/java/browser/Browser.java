package browser;

import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.Dimension;
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

    private final Path profile;
    private final ChromeDriver driver;

    private Browser(Path profile, ChromeDriver driver) {
        this.profile = profile;
        this.driver = driver;
    }

    /** Starts a browser. Takes a second or two. */
    static Browser start() {
        Optional<Path> chromium = NAMES.stream().flatMap(name -> find(name).stream()).findFirst();
        Optional<Path> chromeDriver = find("chromedriver");
        if (chromium.isEmpty() || chromeDriver.isEmpty()) {
            missing();
        }
        DEVTOOLS.setLevel(Level.OFF);
        try {
            Path profile = Files.createTempDirectory("browser");
            ChromeDriverService service =
                    new ChromeDriverService.Builder()
                            .usingDriverExecutable(chromeDriver.orElseThrow().toFile())
                            .usingAnyFreePort()
                            .build();
            ChromeDriver driver =
                    new ChromeDriver(service, options(chromium.orElseThrow(), profile));
            driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(60));
            return new Browser(profile, driver).resized(PROJECTOR.width, PROJECTOR.height);
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

    private static void missing() {
        String sentence =
                "There is no Chromium here, or no driver for it. On Debian, install both with"
                        + " `apt-get install chromium chromium-driver`.";
        if (System.getProperty("browser", "").equals("demanded")) {
            throw new IllegalStateException(sentence);
        }
        Assumptions.abort(sentence + " Until then the page is not tested.");
    }

    private static Optional<Path> find(String name) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
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
        Map<String, String> wish = Map.of("name", feature, "value", value);
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(wish)));
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
