package kata.compile;

import com.sun.source.util.JavacTask;

import kata.stage.KataException;
import kata.stage.SourceFile;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import javax.tools.DiagnosticListener;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The JDK's own compiler, called in this process with the options that every stage is compiled
 * with.
 */
public final class Javac implements AutoCloseable {

    private static final List<String> OPTIONS =
            List.of("-Xlint:none", "-proc:none", "--release", "25", "-parameters", "-g");

    private static Javac shared;

    private final JavaCompiler compiler;
    private final StandardJavaFileManager files;

    private Javac(JavaCompiler compiler) {
        this.compiler = compiler;
        this.files = compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
    }

    /**
     * Makes the compiler ready.
     *
     * @throws KataException if this Java has no compiler
     */
    public static Javac open() {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new KataException(
                    "The Java in %s has no compiler: install JDK 25, for example from %s."
                            .formatted(System.getProperty("java.home"), "https://adoptium.net"));
        }
        return new Javac(compiler);
    }

    /**
     * Returns the compiler that stays open as long as this process: it opens the libraries once.
     * Its tasks are to be called one at a time.
     *
     * @throws KataException if this Java has no compiler
     */
    static synchronized Javac shared() {
        if (shared == null) {
            shared = open();
        }
        return shared;
    }

    /**
     * Prepares a compilation; nothing happens until the task is called.
     *
     * @param sources what to compile
     * @param classPath where the classes are that the sources use
     * @param moreOptions options beside the usual ones
     * @param listener hears of errors
     */
    public JavacTask task(
            List<SourceFile> sources,
            List<Path> classPath,
            List<String> moreOptions,
            DiagnosticListener<JavaFileObject> listener) {
        List<String> options = new ArrayList<>(OPTIONS);
        options.addAll(List.of("-classpath", joined(classPath)));
        options.addAll(moreOptions);
        List<Text> texts = sources.stream().map(Text::new).toList();
        return (JavacTask) compiler.getTask(null, files, listener, options, null, texts);
    }

    /**
     * Closes the libraries that the compiler has opened; the trees of its tasks are of no use then.
     */
    @Override
    public void close() {
        try {
            files.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Returns what every stage may use: the runtime, if it is compiled, and the test libraries. */
    public static List<Path> stageClassPath(Path root) {
        Stream<Path> runtime = Stream.of(runtimeClasses(root)).filter(Files::isDirectory);
        Stream<Path> libraries =
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(entry -> !entry.isEmpty())
                        .map(Path::of);
        return Stream.concat(runtime, libraries).toList();
    }

    /**
     * Returns the folder that holds the compiled runtime: the one that the launcher names, a copy
     * that no editor compiles into, or else Maven's own.
     */
    public static Path runtimeClasses(Path root) {
        return root.resolve(System.getProperty("kata.runtime", "otp/target/classes"));
    }

    private static String joined(List<Path> classPath) {
        return String.join(File.pathSeparator, classPath.stream().map(Path::toString).toList());
    }

    /**
     * A source file as the compiler wants it; its name in diagnostics is the one shown to people.
     */
    private static final class Text extends SimpleJavaFileObject {

        private final SourceFile file;

        Text(SourceFile file) {
            super(uri(file.path()), Kind.SOURCE);
            this.file = file;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return file.text();
        }

        @Override
        public String getName() {
            return file.shownAs();
        }

        /** A file may have any name; this quotes what may not stand in a URI. */
        private static URI uri(String path) {
            try {
                return new URI("text", null, "/" + path, null);
            } catch (URISyntaxException impossible) {
                throw new IllegalArgumentException(impossible);
            }
        }
    }
}
