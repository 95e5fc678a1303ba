package kata.doctor;

import com.sun.management.OperatingSystemMXBean;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks at how much room the machine has, and at what its console can show. */
final class RoomCheck {

    private static final long KILO = 1024;
    private static final long MEGABYTE = KILO * KILO;
    private static final Pattern AVAILABLE = Pattern.compile("MemAvailable: +(\\d+) kB");
    private static final long ENOUGH_MEGABYTES = 1024;
    private static final int ENOUGH_CORES = 2;
    private static final String SYMBOLS = "✓✗·";

    private RoomCheck() {}

    /** Looks at this machine's memory and cores. */
    static Diagnosis ofSystem() {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return of(
                available(Path.of("/proc/meminfo"))
                        .orElseGet(() -> system.getFreeMemorySize() / MEGABYTE),
                Runtime.getRuntime().availableProcessors());
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

    static Diagnosis of(long megabytes, int cores) {
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

    /** Finds out whether the console can show the kata's symbols. */
    static Diagnosis console(Machine machine) {
        // The launcher has Java write UTF-8 except on Windows: there the locale says what is read.
        return console(
                machine.isWindows()
                        ? System.out.charset()
                        : Charset.forName(System.getProperty("native.encoding")));
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
