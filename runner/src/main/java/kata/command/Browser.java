package kata.command;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What shows a page on this machine's screen.
 *
 * @param system the name of the operating system, such as {@code Linux}
 */
public record Browser(String system, Map<String, String> environment) {

    /** Returns the browser of this machine. */
    public static Browser ofSystem() {
        return new Browser(System.getProperty("os.name"), System.getenv());
    }

    /** Tells whether there is a screen to show a page on. */
    public boolean hasScreen() {
        return command().isPresent();
    }

    /** Shows a page, and tells whether that worked, as far as a second can show. */
    public boolean show(URI page) {
        return command().filter(words -> start(words, page)).isPresent();
    }

    /** Returns the command that opens a page; nothing if there is no screen to show it on. */
    Optional<List<String>> command() {
        if (system.startsWith("Windows")) {
            return Optional.of(List.of("rundll32", "url.dll,FileProtocolHandler"));
        }
        if (system.startsWith("Mac")) {
            return environment.containsKey("SSH_CONNECTION")
                    ? Optional.empty()
                    : Optional.of(List.of("open"));
        }
        return environment.containsKey("DISPLAY") || environment.containsKey("WAYLAND_DISPLAY")
                ? Optional.of(List.of("xdg-open"))
                : Optional.empty();
    }

    /** Starts a command for a page, and tells whether it has not failed within a second. */
    static boolean start(List<String> command, URI page) {
        List<String> words = new ArrayList<>(command);
        words.add(page.toString());
        try {
            Process process =
                    new ProcessBuilder(words)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return !process.waitFor(1, TimeUnit.SECONDS) || process.exitValue() == 0;
        } catch (IOException noSuchCommand) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
