package kata.shell;

import jdk.jshell.tool.JavaShellToolBuilder;

import kata.compile.Compilation;
import kata.compile.StageClassPath;
import kata.stage.KataException;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The JDK's own {@code jshell}, with a stage's classes and the runtime's at hand and imported. It
 * neither reads nor writes the user's preferences.
 */
public final class StageShell {

    /** What the observer suggests to type while nothing runs: it needs no code of a stage. */
    private static final String FIRST_LINE = "spawn(()->receive())";

    private final String classPath;
    private final String startup;
    private final List<String> options;

    private StageShell(List<Path> classPath, String startup, List<String> options) {
        this.classPath =
                classPath.stream()
                        .map(Path::toString)
                        .collect(Collectors.joining(File.pathSeparator));
        this.startup = startup;
        this.options = options;
    }

    /** Creates a shell that sees a stage's compiled code, and the runtime if it is compiled. */
    public static StageShell on(Compilation compiled) {
        return with(compiled, List.of(), "", List.of());
    }

    /**
     * Creates a shell as {@link #on} does, in which the observer runs.
     *
     * @param address the file that the observer writes its address to, and the number of its
     *     process
     */
    public static StageShell observed(Compilation compiled, Path address) {
        return with(
                compiled,
                List.of(StageClassPath.observer(compiled.code().stage().root())),
                "import observer.Observer;%nObserver.start();%n".formatted(),
                List.of(
                        // To start quickly: little that is typed runs long enough to be compiled
                        // twice.
                        "-R-XX:TieredStopAtLevel=1",
                        "-R-XX:+UseSerialGC",
                        "-R-Dobserver.address=" + address,
                        "-R-Dobserver.hint=" + FIRST_LINE,
                        "-R-Dobserver.program=" + compiled.code().stage().name()));
    }

    private static StageShell with(
            Compilation compiled, List<Path> more, String startup, List<String> options) {
        Path root = compiled.code().stage().root();
        Path runtime = StageClassPath.runtime(root);
        List<Path> classes =
                Stream.of(compiled.classes(), runtime).filter(Files::isDirectory).toList();
        return new StageShell(
                Stream.of(classes, StageClassPath.ofTests(root), more)
                        .flatMap(List::stream)
                        .toList(),
                ShellImports.of(classes).asCode() + startup,
                options);
    }

    /** Talks with the user on the terminal, and returns the exit code when the user has left. */
    public int interact() {
        return start(builder());
    }

    /** Returns a shell that is not started, and talks with the user on the terminal. */
    public static JavaShellToolBuilder builder() {
        // A map that is thrown away stands in for the user's stored history and settings.
        return JavaShellToolBuilder.builder().persistence(new HashMap<>()).locale(Locale.ROOT);
    }

    /**
     * Starts a shell, and returns its exit code when its session has come to its end.
     *
     * @throws KataException if it cannot be started
     */
    public int start(JavaShellToolBuilder tool) {
        try {
            Path file = Files.createTempFile("kata-shell", ".jsh");
            // The program may end before its shells do.
            file.toFile().deleteOnExit();
            try {
                Files.writeString(file, startup);
                return tool.start(arguments(file));
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (Exception failure) {
            throw new KataException(
                    ("jshell could not be started (%s). It needs a folder for temporary files that"
                                    + " can be written: see that the disk is not full.")
                            .formatted(failure.getMessage()),
                    failure);
        }
    }

    private String[] arguments(Path file) {
        Stream<String> usual =
                Stream.of(
                        "--class-path",
                        classPath,
                        "--startup",
                        file.toString(),
                        "--feedback",
                        "normal",
                        "-R-Dstdout.encoding=UTF-8",
                        "-R-Dstderr.encoding=UTF-8",
                        // What is logged has to read as the lessons print it.
                        "-R-Duser.language=en");
        return Stream.concat(usual, options.stream()).toArray(String[]::new);
    }
}
