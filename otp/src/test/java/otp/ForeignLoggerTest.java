package otp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ResourceBundle;
import java.util.concurrent.CountDownLatch;
import java.util.logging.LogManager;

/**
 * A program may bring its own loggers, and a finder for them; each is chosen once for the whole
 * JVM, so that the tests need one of their own.
 */
class ForeignLoggerTest {

    /** Open once processes have crashed whose ends were announced. */
    private static final Gate CRASHED = new Gate();

    private static final CountDownLatch LOGGED = new CountDownLatch(1);

    /** Does harm where the program's argument says so. */
    public static final class Finder extends System.LoggerFinder {

        @Override
        public System.Logger getLogger(String name, Module module) {
            boolean isOurs = name.equals("otp");
            if (isOurs && isHostile("finder")) {
                act();
            }
            if (isOurs && isHostile("late finder")) {
                CRASHED.passStubbornly();
            }
            return new HostileLogger(name, isOurs);
        }
    }

    private record HostileLogger(String name, boolean isOurs) implements System.Logger {

        @Override
        public String getName() {
            return name;
        }

        @Override
        public boolean isLoggable(Level level) {
            if (isOurs && isHostile("level")) {
                act();
            }
            return true;
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String text, Throwable thrown) {
            if (isOurs && isHostile("log")) {
                act();
            }
            if (isOurs) {
                LOGGED.countDown();
            }
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String text, Object... arguments) {
            log(level, bundle, text, (Throwable) null);
        }
    }

    /** Stands behind the JDK's own logger, where a program brings no finder. */
    private static final class HostileJdkLogger extends java.util.logging.Logger {

        HostileJdkLogger() {
            super("otp", null);
        }

        @Override
        public boolean isLoggable(java.util.logging.Level level) {
            act();
            return true;
        }
    }

    /** A program that has a process crash, and prints whether anybody hears of it. */
    static final class Program {

        private Program() {}

        public static void main(String[] arguments) {
            if (isHostile("jdk")) {
                LogManager.getLogManager().addLogger(new HostileJdkLogger());
            }
            Processes.spawnMonitor(() -> {
                throw new Exit(ExitReason.of("boom"));
            });
            Processes.spawnMonitor(() -> {
                throw new IllegalStateException("bang");
            });
            Down first = Patience.received(Down.class);
            Down second = Patience.received(Down.class);
            if (isHostile("late finder")) {
                crashUntilItIsLogged();
            }
            System.out.print(first.reason().equals(second.reason()) ? "equal" : "both");
            System.out.flush();
            Runtime.getRuntime().halt(0);
        }

        /** A logger that is found when nobody waits for it any more hears of what comes then. */
        private static void crashUntilItIsLogged() {
            CRASHED.open();
            Patience.until(() -> {
                Patience.endOf(() -> {
                    throw new IllegalStateException("late");
                });
                return LOGGED.getCount() == 0;
            });
        }
    }

    private static boolean isHostile(String place) {
        return place.equals(System.getProperty("place"));
    }

    private static void act() {
        Hostility.valueOf(System.getProperty("hostility")).act();
    }

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "finder, THROWS",
        "finder, BLOCKS",
        "late finder, BLOCKS",
        "level, OVERFLOWS",
        "level, BLOCKS",
        "log, BLOCKS",
        "jdk, THROWS",
        "jdk, BLOCKS"
    })
    void ends_are_announced_whatever_loggers_do(String place, String hostility)
            throws IOException, InterruptedException {
        if (!place.equals("jdk")) {
            Path services = Files.createDirectories(folder.resolve("META-INF/services"));
            Files.writeString(
                    services.resolve("java.lang.System$LoggerFinder"), Finder.class.getName());
        }
        Process program =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-Dplace=" + place,
                                "-Dhostility=" + hostility,
                                "-cp",
                                folder
                                        + System.getProperty("path.separator")
                                        + System.getProperty("java.class.path"),
                                Program.class.getName())
                        .redirectErrorStream(true)
                        .start();
        try (InputStream output = program.getInputStream()) {
            assertThat(new String(output.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("both");
            assertThat(program.waitFor(Patience.LIMIT)).isTrue();
        } finally {
            program.destroyForcibly();
        }
    }
}
