package kata.compile;

import kata.stage.KataException;
import kata.stage.SourceFile;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The JDK's own compiler, called in this process with the options that every stage is compiled
 * with.
 */
public final class Javac {

    private static final int RELEASE = 25;

    /** What the compiler objects to if it is not the code's fault. */
    private static final String NOT_WRITTEN = "compiler.err.class.cant.write";

    private static final List<String> OPTIONS = options(Runtime.version().feature());

    /** Stays open as long as this process, so that the libraries are opened once. */
    private static StandardJavaFileManager files;

    private Javac() {}

    /**
     * Compiles sources, one call at a time; returns what the compiler objects to, in its order.
     *
     * @param classPath where the classes are that the sources use
     * @param output the folder for the class files
     * @throws KataException if this Java has no compiler, or a class file cannot be written
     */
    static synchronized List<CompileError> compile(
            List<SourceFile> sources, List<Path> classPath, Path output) {
        if (sources.isEmpty()) {
            return List.of();
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new KataException(
                    "The Java in %s has no compiler: install JDK 25, for example from %s."
                            .formatted(System.getProperty("java.home"), "https://adoptium.net"));
        }
        if (files == null) {
            files = compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
        }
        List<String> options = new ArrayList<>(OPTIONS);
        options.addAll(List.of("-classpath", joined(classPath), "-d", output.toString()));
        List<JavaFileObject> texts = sources.stream().map(Javac::object).toList();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        compiler.getTask(null, files, found, options, null, texts).call();
        found.getDiagnostics().forEach(diagnostic -> requireWritten(diagnostic, output));
        return found.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(CompileError::of)
                .toList();
    }

    private static void requireWritten(Diagnostic<?> diagnostic, Path output) {
        if (diagnostic.getCode().equals(NOT_WRITTEN)) {
            throw KataException.notWritten(
                    output, new IOException(diagnostic.getMessage(Locale.ROOT)));
        }
    }

    /**
     * A compiler of that very release needs not be told: it would read the JDK's signatures anew.
     * Without a path for processors it looks for plugins in every library, for a quarter of its
     * time.
     */
    private static List<String> options(int feature) {
        Stream<String> release =
                feature == RELEASE
                        ? Stream.of()
                        : Stream.of("--release", Integer.toString(RELEASE));
        Stream<String> others =
                Stream.of("-Xlint:none", "-proc:none", "-processorpath", "", "-parameters", "-g");
        return Stream.concat(others, release).toList();
    }

    private static String joined(List<Path> classPath) {
        return classPath.stream()
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** A file may have any name: the parts of the URI are quoted where they may not stand in it. */
    private static JavaFileObject object(SourceFile file) {
        try {
            return SimpleJavaFileObject.forSource(
                    new URI("text", null, "/" + file.shownAs(), null), file.text());
        } catch (URISyntaxException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }
}
