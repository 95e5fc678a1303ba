package kata.launch;

import kata.worker.JavaProcess;

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
 * @param root the kata's folder
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
    void write() throws IOException {
        Process training =
                JavaProcess.withoutMoreOptions(new ProcessBuilder(command()))
                        .directory(root.toFile())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        if (!hasEnded(training)) {
            training.descendants().forEach(ProcessHandle::destroyForcibly);
            training.destroyForcibly();
            Files.deleteIfExists(root.resolve(file));
        }
    }

    private List<String> command() {
        Stream<String> java =
                Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Stream<String> program =
                Stream.of(
                        "-XX:AOTCacheOutput=" + file,
                        "-Dkata.runtime=" + Path.of(file).resolveSibling("runtime"),
                        "-classpath",
                        classPath,
                        AotTrainingRun.class.getName());
        return Stream.of(java, LauncherWriter.options(), program).flatMap(part -> part).toList();
    }

    private static boolean hasEnded(Process training) {
        try {
            return training.waitFor(MINUTES, TimeUnit.MINUTES);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
