package kata.launch;

import kata.compile.FileTree;
import kata.stage.SourceFile;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes down how {@code ./kata} starts Java. The build runs this with the JDK and the class path
 * that the command line is to have.
 *
 * <p>All of it is below {@code runner/launch}: each build has a folder of its own there, so that a
 * watch that is open can go on with the build that it was started from. All paths are relative to
 * the kata's folder, so that it may be moved, and the libraries are copied, so that it starts
 * without Maven's repository.
 *
 * @param sources the fingerprint of the sources, which names the build's folder
 */
public record LauncherWriter(Path root, String version, String sources) {

    /** The file that the scripts give to Java; without it they build. */
    static final String ARGUMENTS = "runner/launch/arguments";

    private static final String LAUNCH = "runner/launch";
    private static final String RUNNER = "runner.jar";

    /** How many builds are kept: this one, and the one that a watch may have been started from. */
    private static final int KEPT = 2;

    // To start quickly, to have room for a stage's code, and to forget the processes that a run has
    // left waiting.
    private static final String[] OPTIONS = {
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Xmx2g",
        // The watch needs little; what runs a stage's code gets more, from JavaProcess.
        "-Xmn16m",
        "-Djdk.trackAllThreads=false",
        // Some languages have digits of their own, which tests and lessons do not.
        "-Duser.language=en",
        // Rules are checked against as little of the JDK as in stage-parent/pom.xml.
        "-Darchunit.classResolver=com.tngtech.archunit.core.importer.resolvers"
                + ".SelectedClassResolverFromClasspath",
        "-Darchunit.classResolver.args=otp,java.util",
        // JLine asks the terminal through native functions.
        "--enable-native-access=ALL-UNNAMED"
    };

    /** Takes the kata's folder and its version. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path root = Path.of(arguments[0]).normalize();
        new LauncherWriter(root, arguments[1], SourceFingerprint.of(root)).write();
    }

    /** Writes all of it, unless that was done for the same sources and the same Java. */
    private void write() throws IOException, InterruptedException {
        Path build = root.resolve(folder());
        if (isWritten()) {
            return;
        }
        Files.deleteIfExists(root.resolve(ARGUMENTS));
        new FileTree(build).delete();
        new CompiledModule(root.resolve("otp")).await().copyTo(build.resolve("runtime"));
        new CompiledModule(root.resolve("observer")).await().copyTo(build.resolve("observer"));
        writeRunner(Files.createDirectories(build.resolve("lib")));
        String classes = classPath(build.resolve("lib"));
        new AotCache(root, folder() + "/classes.aot", classes).write();
        Files.writeString(javaHome(), System.getProperty("java.home"));
        writeArguments(classes);
        deleteOldBuilds();
    }

    private boolean isWritten() throws IOException {
        Path arguments = root.resolve(ARGUMENTS);
        return Files.exists(arguments)
                && Files.readAllLines(arguments).contains(sourcesOption())
                && Files.readString(javaHome()).equals(System.getProperty("java.home"));
    }

    private String folder() {
        return LAUNCH + "/" + sources;
    }

    private Path javaHome() {
        return root.resolve(LAUNCH).resolve("java-home");
    }

    /** Writes runner and web as one library: Java keeps no classes that it finds in a folder. */
    private void writeRunner(Path libraries) throws IOException, InterruptedException {
        String classes = new CompiledModule(root.resolve("runner")).await().root().toString();
        String web = new CompiledModule(root.resolve("web")).await().root().toString();
        Path runner = libraries.resolve(RUNNER);
        String[] create = {"-c", "-f", runner.toString(), "-C", classes, ".", "-C", web, "."};
        if (ToolProvider.findFirst("jar").orElseThrow().run(System.out, System.err, create) != 0) {
            throw new IOException("%s could not be written".formatted(runner));
        }
    }

    /** Written last, and at once: where this file is, all else is there. */
    private void writeArguments(String classPath) throws IOException {
        Path draft = root.resolve(folder()).resolve("arguments");
        Files.write(draft, arguments(classPath));
        Files.move(draft, root.resolve(ARGUMENTS), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Deletes builds that were made before this one, be it that a clock says otherwise. */
    void deleteOldBuilds() throws IOException {
        List<Path> builds;
        try (Stream<Path> paths = Files.list(root.resolve(LAUNCH))) {
            builds =
                    paths.filter(Files::isDirectory)
                            // Clocks may go back.
                            .filter(build -> !build.endsWith(sources))
                            .sorted(Comparator.comparing(LauncherWriter::age).reversed())
                            .toList();
        }
        for (Path old : builds.subList(Math.min(KEPT - 1, builds.size()), builds.size())) {
            try {
                new FileTree(old).delete();
            } catch (IOException inUse) {
                // The next build tries again.
            }
        }
    }

    private static long age(Path build) {
        return build.toFile().lastModified();
    }

    /** Returns what Java is started with, whatever it is to run. */
    public static Stream<String> options() {
        return Stream.concat(Stream.of(OPTIONS), encodings());
    }

    private List<String> arguments(String classPath) {
        Stream<String> program =
                Stream.of(
                        "-Dkata.version=" + version,
                        "-Dkata.runtime=%s/runtime".formatted(folder()),
                        "-Dkata.observer=%s/observer".formatted(folder()),
                        sourcesOption(),
                        "-classpath",
                        classPath,
                        Main.class.getName());
        return Stream.of(options(), AotCache.use(folder() + "/classes.aot"), program)
                .flatMap(part -> part)
                .toList();
    }

    private String sourcesOption() {
        return "-D%s=%s".formatted(Rebuild.BUILT, sources);
    }

    // Windows knows what its console can show; elsewhere a terminal that is not UTF-8 is a mistake.
    private static Stream<String> encodings() {
        return File.separatorChar == '\\'
                ? Stream.empty()
                : Stream.of("-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8");
    }

    /** Copies the libraries, and returns them behind the runner, relative to the root. */
    private String classPath(Path libraries) throws IOException {
        var places = Stream.<Path>builder().add(libraries.resolve(RUNNER));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path library = Path.of(entry);
            if (Files.isRegularFile(library)) {
                Path copy = libraries.resolve(library.getFileName());
                Files.copy(library, copy, StandardCopyOption.REPLACE_EXISTING);
                places.add(copy);
            }
        }
        return places.build()
                .map(place -> SourceFile.slashes(root.relativize(place)))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
