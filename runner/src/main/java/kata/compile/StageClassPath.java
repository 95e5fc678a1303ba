package kata.compile;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where the classes are that stages use. */
public final class StageClassPath {

    /** A class that comes from an ahead-of-time cache does not know which file it is of. */
    private static final Pattern OF_CODE =
            Pattern.compile("jackson-(annotations|core|databind)-\\d.*\\.jar");

    private StageClassPath() {}

    /**
     * Returns what the code of every stage may use, with {@code ./kata} as with Maven: the runtime,
     * if it is compiled, and Jackson.
     */
    static List<Path> ofCode(Path root) {
        return Stream.concat(compiledRuntime(root), libraries().filter(StageClassPath::isOfCode))
                .toList();
    }

    /** Returns what tests and a shell may use: all that this process does, and the runtime. */
    public static List<Path> ofTests(Path root) {
        return Stream.concat(compiledRuntime(root), libraries()).toList();
    }

    private static Stream<Path> compiledRuntime(Path root) {
        return Stream.of(runtime(root)).filter(Files::isDirectory);
    }

    private static Stream<Path> libraries() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .map(Path::of);
    }

    private static boolean isOfCode(Path library) {
        return OF_CODE.matcher(library.getFileName().toString()).matches();
    }

    /**
     * Returns the folder that holds the compiled runtime: the one that the launcher names, a copy
     * that no editor compiles into, or else Maven's own.
     */
    public static Path runtime(Path root) {
        return root.resolve(System.getProperty("kata.runtime", "otp/target/classes"));
    }

    /** Returns the folder that holds the compiled observer, as {@link #runtime} does. */
    public static Path observer(Path root) {
        return root.resolve(System.getProperty("kata.observer", "observer/target/classes"));
    }
}
