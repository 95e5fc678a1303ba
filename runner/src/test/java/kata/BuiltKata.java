package kata;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the build has written for {@code ./kata} to be started with. */
public final class BuiltKata {

    private static final Path ROOT =
            Path.of(System.getProperty("basedir", ""), "..").toAbsolutePath().normalize();

    private BuiltKata() {}

    /** Returns the class path of {@code ./kata}, to be used in any folder. */
    public static String classPath() {
        List<String> arguments = arguments();
        String classPath = arguments.get(arguments.indexOf("-classpath") + 1);
        return Arrays.stream(classPath.split(File.pathSeparator))
                .map(entry -> ROOT.resolve(entry).toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Returns the options that have Java use the classes that the build has kept. */
    public static Stream<String> keptClasses() {
        return arguments().stream()
                .filter(argument -> argument.startsWith("-XX:AOTCache=") || isSilence(argument))
                .map(argument -> argument.replace("AOTCache=", "AOTCache=" + ROOT + "/"));
    }

    private static boolean isSilence(String argument) {
        return argument.startsWith("-Xlog:");
    }

    private static List<String> arguments() {
        try {
            return Files.readAllLines(ROOT.resolve("runner/launch/arguments"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
