package kata.launch;

import kata.command.KataCommand;
import kata.compile.Compilation;
import kata.compile.StageCode;
import kata.stage.Kata;
import kata.stage.Stage;
import kata.stage.StagesYaml;
import kata.terminal.Terminal;
import kata.test.TestRun;
import kata.worker.JavaProcess;
import kata.worker.Worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Java's ahead-of-time cache for {@code ./kata}: the classes that it needs until the first verdict,
 * loaded and linked in advance. Both of the kata's processes start with it.
 *
 * <p>Java ignores the cache if it is missing or damaged, if another Java has written it, or if the
 * libraries are not those that it was written for. Everything works as before then, and takes
 * longer.
 *
 * @param file the cache's file, relative to it
 * @param classPath the class path, relative to it
 */
record AotCache(Path root, String file, String classPath) {

    private static final long MINUTES = 2;

    // Two names, since Java has renamed what it says about them.
    private static final String SILENCE = "-Xlog:aot*=off,cds*=off";

    /** Returns the options that have Java use the file. */
    static Stream<String> use(String file) {
        return Stream.of("-XX:AOTCache=" + file, SILENCE);
    }

    /**
     * Writes the file; blocks for seconds. Where that fails there is none.
     *
     * @throws IOException if Java cannot be started, or a former file cannot be deleted
     */
    void write() throws IOException, InterruptedException {
        Process training =
                JavaProcess.with(Stream.concat(LauncherWriter.options(), program()))
                        .directory(root.toFile())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        if (!training.waitFor(MINUTES, TimeUnit.MINUTES)) {
            training.descendants().forEach(ProcessHandle::destroyForcibly);
            training.destroyForcibly();
            Files.deleteIfExists(root.resolve(file));
        }
    }

    private Stream<String> program() {
        return Stream.of(
                "-XX:AOTCacheOutput=" + file,
                "-Dkata.runtime=" + Path.of(file).resolveSibling("runtime"),
                "-classpath",
                classPath,
                AotCache.class.getName());
    }

    /**
     * The training run: does once, in one process, what {@code ./kata} does until the first
     * verdict. How the tests end does not matter. Runs in the kata's folder; blocks for seconds.
     */
    public static void main(String[] arguments) {
        Path root = Path.of("");
        // Nothing that a learner has written is run here.
        KataCommand.run(root, Terminal.ofSystem(), new Worker(), "report");
        Kata kata = StagesYaml.read(root);
        for (Stage stage : List.of(kata.stages().getFirst(), kata.stages().getLast())) {
            Compilation compilation = Compilation.of(StageCode.solution(stage));
            if (compilation.succeeded()) {
                TestRun.of(compilation);
            }
        }
    }
}
