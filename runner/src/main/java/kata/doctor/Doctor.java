package kata.doctor;

import com.sun.management.OperatingSystemMXBean;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds out whether a machine is ready for the kata.
 *
 * @param stage the path of the stage that Maven is to test
 */
public record Doctor(Path root, String stage) {

    private static final List<String> WRITTEN =
            List.of("", ".kata", "otp/target", "runner/target", "runner/launch");
    private static final long KILO = 1024;
    private static final Pattern AVAILABLE = Pattern.compile("MemAvailable: +(\\d+) kB");
    private static final long ENOUGH_MEGABYTES = 1024;
    private static final int ENOUGH_CORES = 2;
    private static final String SYMBOLS = "✓✗·";

    /** Returns the checks that take no time, one after the other. */
    public List<Diagnosis> quick() {
        // The launcher has Java write UTF-8 except on Windows: there the locale says what is read.
        String locale = System.getProperty("native.encoding");
        return List.of(
                // It has built this program, and so has a compiler.
                Diagnosis.good(
                        "JDK %d in %s"
                                .formatted(
                                        Runtime.version().feature(),
                                        System.getProperty("java.home"))),
                writable(),
                console(
                        File.separatorChar == '\\'
                                ? System.out.charset()
                                : Charset.forName(locale)),
                room(megabytes(), Runtime.getRuntime().availableProcessors()));
    }

    /**
     * Finds out whether Maven can do without the network; blocks for some seconds, at most for
     * three minutes.
     *
     * @throws InterruptedException if this thread is interrupted meanwhile
     */
    public Diagnosis offline() throws InterruptedException {
        return new OfflineMaven(root, stage).diagnosis();
    }

    /** Finds out whether files can be written, by writing some. */
    Diagnosis writable() {
        return WRITTEN.stream()
                .map(root::resolve)
                .filter(folder -> !isWritable(folder))
                .findFirst()
                .map(folder ->
                        Diagnosis.bad(
                                "Nothing can be written to %s".formatted(folder),
                                "Make it a writable folder, and see that the disk is not full."))
                .orElseGet(() -> Diagnosis.good("%s can be written".formatted(root)));
    }

    private static boolean isWritable(Path folder) {
        try {
            Files.createDirectories(folder);
            Path file = Files.createTempFile(folder, "kata", ".tmp");
            Files.writeString(file, "may be deleted");
            Files.delete(file);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    private static long megabytes() {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return available(Path.of("/proc/meminfo"))
                .orElseGet(() -> system.getFreeMemorySize() / KILO / KILO);
    }

    /**
     * Returns the megabytes that Linux can give to programs. It is more than what is free: files
     * that were read stay in memory as long as nothing else needs it.
     */
    static Optional<Long> available(Path meminfo) {
        try (Stream<String> lines = Files.lines(meminfo)) {
            return lines.map(AVAILABLE::matcher)
                    .filter(Matcher::matches)
                    .map(line -> Long.parseLong(line.group(1)) / KILO)
                    .findFirst();
        } catch (IOException | UncheckedIOException otherSystem) {
            return Optional.empty();
        }
    }

    static Diagnosis room(long megabytes, int cores) {
        String what =
                "%d MB of memory are free, for %s"
                        .formatted(megabytes, cores == 1 ? "1 core" : cores + " cores");
        return megabytes >= ENOUGH_MEGABYTES && cores >= ENOUGH_CORES
                ? Diagnosis.good(what)
                : Diagnosis.poor(
                        what,
                        "Runs may take long: close other programs, or have %d MB and %d cores."
                                .formatted(ENOUGH_MEGABYTES, ENOUGH_CORES));
    }

    static Diagnosis console(Charset charset) {
        return charset.newEncoder().canEncode(SYMBOLS)
                ? Diagnosis.good("The console shows %s (%s)".formatted(SYMBOLS, charset))
                : Diagnosis.poor(
                        "The console does not show every symbol (%s)".formatted(charset),
                        "On Windows run `chcp 65001`; elsewhere set LANG to a UTF-8 locale, such as"
                                + " C.UTF-8.");
    }
}
