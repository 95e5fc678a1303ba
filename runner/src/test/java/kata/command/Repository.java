package kata.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A folder in which git is asked to do something, by somebody who has configured nothing.
 *
 * @param folder the folder
 */
record Repository(Path folder) {

    private static final Map<String, String> SOMEBODY =
            Map.of(
                    "GIT_AUTHOR_NAME", "Somebody",
                    "GIT_AUTHOR_EMAIL", "somebody@example.org",
                    "GIT_COMMITTER_NAME", "Somebody",
                    "GIT_COMMITTER_EMAIL", "somebody@example.org",
                    "GIT_CONFIG_NOSYSTEM", "1",
                    "GIT_TERMINAL_PROMPT", "0");

    /** Tells whether this machine has git. */
    static boolean isPossible() {
        try {
            return new Repository(Path.of("").toAbsolutePath()).exitCode("--version") == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    /** Asks git for something that it must do. */
    void git(String... arguments) throws IOException {
        if (exitCode(arguments) != 0) {
            throw new IllegalStateException("git failed: " + String.join(" ", arguments));
        }
    }

    /** Asks git for something, and returns how it ended. */
    int exitCode(String... arguments) throws IOException {
        List<String> command = Stream.concat(Stream.of("git"), Stream.of(arguments)).toList();
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("GIT_"));
        environment.putAll(SOMEBODY);
        environment.put("HOME", folder.toString());
        Process process = builder.start();
        process.getInputStream().readAllBytes();
        return process.onExit().join().exitValue();
    }
}
