package kata.launch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
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

    /** As on a machine that has two systems, one of which takes the clock's time for another. */
    @Test
    void a_build_is_kept_though_the_clock_has_gone_back(@TempDir Path root) throws IOException {
        Path launch = root.resolve("runner/launch");
        for (String build : List.of("oldest", "older", "this")) {
            Files.createDirectories(launch.resolve(build));
        }
        FileTime ahead = FileTime.from(Instant.now().plus(Duration.ofHours(1)));
        Files.setLastModifiedTime(launch.resolve("oldest"), ahead);
        Files.setLastModifiedTime(launch.resolve("older"), ahead);

        new LauncherWriter(root, "1", "this").deleteOldBuilds();

        assertThat(launch.resolve("this")).exists();
        assertThat(launch.toFile().list()).hasSize(2);
    }
}
