package kata.launch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the build has written for the scripts to start. */
class LauncherWriterTest {

    private static final Path ROOT =
            Path.of(System.getProperty("basedir", ""), "..").toAbsolutePath().normalize();

    @Test
    void a_clean_build_deletes_nothing_that_an_open_watch_needs() throws IOException {
        List<String> arguments = Files.readAllLines(ROOT.resolve(LauncherWriter.ARGUMENTS));
        String classPath = arguments.get(arguments.indexOf("-classpath") + 1);

        assertThat(classPath.split(File.pathSeparator))
                .allSatisfy(library ->
                        assertThat(ROOT.resolve(library))
                                .exists()
                                .startsWith(ROOT.resolve("runner/launch")));
        assertThat(arguments).noneMatch(argument -> argument.contains("target"));
    }
}
