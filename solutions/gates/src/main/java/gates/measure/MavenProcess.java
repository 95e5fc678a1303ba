package gates.measure;

import kata.stage.KataException;
import kata.stage.Stage;

import launch.WatchProcess;

import java.io.IOException;

/** {@code ./mvnw} in a process of its own. */
final class MavenProcess {

    private MavenProcess() {}

    /**
     * Lets Maven compile a stage and run its tests. Blocks until it has ended.
     *
     * @throws KataException if it cannot be started, or does not end well
     */
    static void test(Stage stage) {
        String script = WatchProcess.script(stage.root(), "mvnw").toString();
        try {
            int exitCode =
                    new ProcessBuilder(script, "-q", "test", "-pl", stage.path())
                            .directory(stage.root().toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor();
            if (exitCode != 0) {
                throw new KataException(
                        "./mvnw -q test -pl %s has ended with exit code %d: run it to see why."
                                .formatted(stage.path(), exitCode));
            }
        } catch (IOException failure) {
            throw new KataException(
                    "./mvnw could not be started: %s.".formatted(failure.getMessage()), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
