package kata.launch;

import org.jline.utils.Signals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * Builds the command line again if its sources have changed since it was built. The script builds
 * whenever there is no build, so this deletes the build's first file, and starts the script.
 *
 * @param properties the system properties, among them what the launcher says of the build
 */
record Rebuild(Path root, Properties properties, Map<String, String> environment) {

    /** What the launcher gives to Java: the fingerprint of the sources that were built. */
    static final String BUILT = "kata.sources";

    /** Set where this has built already: whatever comes of it, once is enough. */
    private static final String DONE = "KATA_REBUILT";

    /** Tells whether the sources have changed; reads all of them, which takes milliseconds. */
    boolean isNeeded() throws IOException {
        String built = properties.getProperty(BUILT);
        return built != null
                && !environment.containsKey(DONE)
                && !built.equals(SourceFingerprint.of(root));
    }

    /**
     * Starts the script again, which builds and then runs the command; returns its exit code.
     * Blocks until it has ended, and ends it if this process is ended.
     */
    int start(String... arguments) throws IOException, InterruptedException {
        Files.deleteIfExists(root.resolve(LauncherWriter.ARGUMENTS));
        List<String> command = new ArrayList<>(script());
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(root.toAbsolutePath().toFile());
        builder.environment().put(DONE, "true");
        Process process = builder.inheritIO().start();
        // Control-C reaches both: it is meant for the one that has the terminal.
        Signals.register("INT", () -> {});
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        return process.waitFor();
    }

    private static List<String> script() {
        return File.separatorChar == '\\'
                ? List.of("cmd.exe", "/d", "/c", ".\\kata.cmd")
                : List.of("sh", "kata");
    }
}
