package kata.shell;

import jdk.jshell.tool.JavaShellToolBuilder;

import kata.compile.Compilation;
import kata.compile.Javac;

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

    private final String classPath;
    private final ShellImports imports;

    private StageShell(List<Path> classFolders, List<Path> libraries) {
        this.classPath =
                Stream.concat(classFolders.stream(), libraries.stream())
                        .map(Path::toString)
                        .collect(Collectors.joining(File.pathSeparator));
        this.imports = ShellImports.of(classFolders);
    }

    /** Creates a shell that sees a stage's compiled code, and the runtime if it is compiled. */
    public static StageShell on(Compilation compiled) {
        Path root = compiled.code().stage().root();
        Path runtime = Javac.runtimeClasses(root);
        return new StageShell(
                Stream.of(compiled.classes(), runtime).filter(Files::isDirectory).toList(),
                Javac.stageClassPath(root));
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

    /** Starts a shell, and returns its exit code when its session has come to its end. */
    public int start(JavaShellToolBuilder tool) {
        try {
            Path startup = Files.createTempFile("kata-shell", ".jsh");
            try {
                Files.writeString(startup, imports.asCode());
                return tool.start(arguments(startup));
            } finally {
                Files.deleteIfExists(startup);
            }
        } catch (Exception failure) {
            throw new IllegalStateException("jshell could not be started", failure);
        }
    }

    private String[] arguments(Path startup) {
        return new String[] {
            "--class-path",
            classPath,
            "--startup",
            startup.toString(),
            "--feedback",
            "normal",
            "-R-Dstdout.encoding=UTF-8",
            "-R-Dstderr.encoding=UTF-8",
            // What is logged has to read as the lessons print it.
            "-R-Duser.language=en"
        };
    }
}
