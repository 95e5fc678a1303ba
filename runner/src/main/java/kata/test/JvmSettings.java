package kata.test;

import java.io.InputStream;
import java.lang.Thread.UncaughtExceptionHandler;
import java.util.Locale;
import java.util.Properties;
import java.util.TimeZone;

/**
 * What any code can set for the whole process, as it was when this was made. To close it restores
 * all of it, so that the next run finds what the last one has found.
 */
final class JvmSettings implements AutoCloseable {

    private final Properties properties = System.getProperties();
    private final Properties values = (Properties) properties.clone();
    private final Locale locale = Locale.getDefault();
    private final Locale shown = Locale.getDefault(Locale.Category.DISPLAY);
    private final Locale formatted = Locale.getDefault(Locale.Category.FORMAT);
    private final TimeZone zone = TimeZone.getDefault();
    private final UncaughtExceptionHandler handler = Thread.getDefaultUncaughtExceptionHandler();
    private final InputStream in = System.in;

    @Override
    public void close() {
        properties.keySet().retainAll(values.keySet());
        properties.putAll(values);
        System.setProperties(properties);
        Locale.setDefault(locale);
        Locale.setDefault(Locale.Category.DISPLAY, shown);
        Locale.setDefault(Locale.Category.FORMAT, formatted);
        TimeZone.setDefault(zone);
        Thread.setDefaultUncaughtExceptionHandler(handler);
        System.setIn(in);
    }
}
