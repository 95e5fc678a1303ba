package kata.launch;

import kata.Main;
import kata.compile.FileTree;
import kata.compile.Javac;

import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes down how {@code ./kata} starts Java. The build runs this with the JDK and the class path
 * that the command line is to have.
 *
 * <p>All paths are relative to the kata's folder, so that it may be moved, and the libraries are
 * copied, so that it starts without Maven's repository.
 *
 * @param root the kata's folder
 * @param version the kata's version
 */
public record LauncherWriter(Path root, String version) {

    private static final Path TARGET = Path.of("runner", "target");
    private static final Path LIBRARIES = TARGET.resolve("lib");
    private static final String RUNNER = "runner.jar";

    // To start quickly, to have room for the processes of a stage, and to forget those that a run
    // has left waiting.
    private static final String[] OPTIONS = {
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Xmx2g",
        "-Xmn400m",
        "-Djdk.trackAllThreads=false",
        // Rules are checked against as little of the JDK as in stage-parent/pom.xml.
        "-Darchunit.classResolver=com.tngtech.archunit.core.importer.resolvers"
                + ".SelectedClassResolverFromClasspath",
        "-Darchunit.classResolver.args=otp,java.util",
        // JLine asks the terminal through native functions.
        "--enable-native-access=ALL-UNNAMED"
    };

    /** Takes the kata's folder and its version. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        new LauncherWriter(Path.of(arguments[0]).normalize(), arguments[1]).write();
    }

    private void write() throws IOException, InterruptedException {
        writeRuntime();
        writeRunner();
        Path launch = Files.createDirectories(root.resolve(TARGET).resolve("launch"));
        Charset charset = Charset.forName(System.getProperty("native.encoding"));
        Files.writeString(launch.resolve("java-home"), System.getProperty("java.home"), charset);
        String classPath = classPath();
        new AotCache(root, classPath).write();
        Files.write(launch.resolve("arguments"), arguments(classPath));
    }

    private void writeRuntime() throws IOException, InterruptedException {
        Path runtime = Javac.runtimeClasses(root);
        new FileTree(runtime).delete();
        new CompiledModule(root.resolve("otp")).await().copyTo(runtime);
    }

    /** Writes the runner as a library: Java keeps no classes that it finds in a folder. */
    private void writeRunner() throws IOException, InterruptedException {
        String classes = new CompiledModule(root.resolve("runner")).await().root().toString();
        Path runner = Files.createDirectories(root.resolve(LIBRARIES)).resolve(RUNNER);
        String[] create = {"-c", "-f", runner.toString(), "-C", classes, "."};
        if (ToolProvider.findFirst("jar").orElseThrow().run(System.out, System.err, create) != 0) {
            throw new IOException("%s could not be written".formatted(runner));
        }
    }

    /** Returns what Java is started with, whatever it is to run. */
    public static Stream<String> options() {
        return Stream.concat(Stream.of(OPTIONS), encodings());
    }

    private List<String> arguments(String classPath) {
        return Stream.of(
                        options(),
                        AotCache.use(),
                        Stream.of(
                                "-Dkata.version=" + version,
                                "-classpath",
                                classPath,
                                Main.class.getName()))
                .flatMap(options -> options)
                .toList();
    }

    // Windows knows what its console can show; elsewhere a terminal that is not UTF-8 is a mistake.
    private static Stream<String> encodings() {
        return File.separatorChar == '\\'
                ? Stream.empty()
                : Stream.of("-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8");
    }

    private String classPath() throws IOException {
        Path libraries = root.resolve(LIBRARIES);
        var places = Stream.<Path>builder().add(LIBRARIES.resolve(RUNNER));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path library = Path.of(entry);
            if (Files.isRegularFile(library)) {
                Path copy = libraries.resolve(library.getFileName());
                Files.copy(library, copy, StandardCopyOption.REPLACE_EXISTING);
                places.add(root.relativize(copy));
            }
        }
        return places.build()
                .map(place -> place.toString().replace('\\', '/'))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
