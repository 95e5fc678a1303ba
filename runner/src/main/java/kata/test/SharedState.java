package kata.test;

import kata.stage.PrintableText;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.HttpURLConnection;
import java.net.ProxySelector;
import java.net.ResponseCache;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TimeZone;
import java.util.function.Consumer;

import javax.net.ssl.HttpsURLConnection;

/**
 * Holds this process still while a run has it: keeps what is printed to {@code System.out} and
 * {@code System.err}, and silences {@code java.util.logging}. To close it restores all that code
 * can set for the whole process, so that the next run finds what the last one has found; {@link
 * LastingSettings} are what cannot be restored. Only one may be open at a time.
 */
final class SharedState implements AutoCloseable {

    private static final int LIMIT = 100_000;

    private final Properties properties = System.getProperties();
    private final Properties values = (Properties) properties.clone();
    private final LoggerSettings loggers = LoggerSettings.now();
    private final List<Runnable> settings =
            List.of(
                    restore(System.in, System::setIn),
                    restore(System.out, System::setOut),
                    restore(System.err, System::setErr),
                    restore(Locale.getDefault(), Locale::setDefault),
                    restore(Locale.Category.DISPLAY),
                    restore(Locale.Category.FORMAT),
                    restore(TimeZone.getDefault(), TimeZone::setDefault),
                    restore(
                            Thread.getDefaultUncaughtExceptionHandler(),
                            Thread::setDefaultUncaughtExceptionHandler),
                    restore(ProxySelector.getDefault(), ProxySelector::setDefault),
                    restore(CookieHandler.getDefault(), CookieHandler::setDefault),
                    restore(ResponseCache.getDefault(), ResponseCache::setDefault),
                    restore(Authenticator.getDefault(), Authenticator::setDefault),
                    restore(
                            HttpURLConnection.getFollowRedirects(),
                            HttpURLConnection::setFollowRedirects),
                    restore(
                            HttpsURLConnection.getDefaultHostnameVerifier(),
                            HttpsURLConnection::setDefaultHostnameVerifier),
                    restore(DriverManager.getLoginTimeout(), DriverManager::setLoginTimeout),
                    restore(DriverManager.getLogWriter(), DriverManager::setLogWriter));
    private final Bounded kept = new Bounded();

    SharedState() {
        loggers.silence();
        PrintStream both = new PrintStream(kept, true, StandardCharsets.UTF_8);
        System.setOut(both);
        System.setErr(both);
    }

    private static <T> Runnable restore(T found, Consumer<T> setter) {
        return () -> setter.accept(found);
    }

    private static Runnable restore(Locale.Category category) {
        return restore(Locale.getDefault(category), locale -> Locale.setDefault(category, locale));
    }

    /** Returns what was printed so far, its end left out if it is long. */
    String output() {
        return kept.text();
    }

    @Override
    public void close() {
        properties.keySet().retainAll(values.keySet());
        properties.putAll(values);
        System.setProperties(properties);
        settings.forEach(Runnable::run);
        loggers.restore();
    }

    /** Keeps the first bytes: code that prints for ever must not fill the memory. */
    private static final class Bounded extends OutputStream {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private long lost;

        @Override
        public synchronized void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public synchronized void write(byte[] many, int offset, int length) {
            int fitting = Math.min(length, LIMIT - bytes.size());
            bytes.write(many, offset, fitting);
            lost += length - fitting;
        }

        synchronized String text() {
            String text = PrintableText.of(bytes.toString(StandardCharsets.UTF_8));
            return lost == 0 ? text : "%s%n... and %d bytes more%n".formatted(text, lost);
        }
    }
}
