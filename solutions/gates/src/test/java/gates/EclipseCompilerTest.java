package gates;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.jdt.core.compiler.batch.BatchCompiler;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * VS Code compiles with Eclipse's compiler, which infers types in its own way: what a learner sees
 * there must be as free of errors as it is for Maven.
 */
class EclipseCompilerTest {

    private static final Path ROOT = Path.of(System.getProperty("kata.root"));

    @TestFactory
    Stream<DynamicTest> every_stage_compiles_as_it_is_given_and_as_it_is_solved()
            throws IOException {
        return stages().flatMap(stage ->
                Stream.of(
                        compiles(stage, ROOT.resolve(stage)),
                        compiles(stage, ROOT.resolve("solutions").resolve(stage))));
    }

    @TestFactory
    Stream<DynamicTest> the_runtime_compiles() {
        return Stream.of(compiles(Path.of("otp"), ROOT.resolve("otp")));
    }

    private static Stream<Path> stages() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve("solutions"), 2)) {
            return files
                    .filter(folder -> Files.isDirectory(folder.resolve("src/main/java")))
                    .map(ROOT.resolve("solutions")::relativize)
                    .filter(stage -> stage.getNameCount() == 2)
                    .toList()
                    .stream();
        }
    }

    private static DynamicTest compiles(Path stage, Path code) {
        Path main = code.resolve("src/main/java");
        Path tests = ROOT.resolve(stage).resolve("src/test/java");
        return DynamicTest.dynamicTest(
                ROOT.relativize(main).toString(), () -> assertCompile(main, tests));
    }

    private static void assertCompile(Path... sources) {
        Stream<String> options =
                Stream.of(
                        "--release",
                        "25",
                        "-proc:none",
                        "-warn:none",
                        "-d",
                        "none",
                        "-classpath",
                        classPath());
        String[] arguments =
                Stream.concat(options, Stream.of(sources).map(Path::toString))
                        .toArray(String[]::new);
        var said = new StringWriter();
        var out = new PrintWriter(said);
        boolean compiled = BatchCompiler.compile(arguments, out, out, null);
        assertThat(compiled).as(() -> "what Eclipse's compiler says: " + said).isTrue();
    }

    /** The libraries are the runner's: it runs the tests of stages. */
    private static String classPath() {
        return ROOT.resolve("otp/target/classes")
                + File.pathSeparator
                + System.getProperty("java.class.path");
    }
}
