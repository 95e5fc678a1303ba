package kata.doctor;

import com.sun.management.OperatingSystemMXBean;

import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;

/** Looks at how much room the machine has, and at what its console can show. */
final class RoomCheck {

    private static final long MEGABYTE = 1024 * 1024;
    private static final long ENOUGH_MEGABYTES = 1024;
    private static final int ENOUGH_CORES = 2;
    private static final String SYMBOLS = "✓✗·";

    private RoomCheck() {}

    /** Looks at this machine's memory and cores. */
    static Diagnosis ofSystem() {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return of(
                system.getFreeMemorySize() / MEGABYTE, Runtime.getRuntime().availableProcessors());
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
