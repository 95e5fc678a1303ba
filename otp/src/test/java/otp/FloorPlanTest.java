package otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import otp.FloorPlan.Floor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The map in {@code package-info.java} and the code are the same. */
class FloorPlanTest {

    private static final JavaClasses RUNTIME =
            new ClassFileImporter()
                    .importUrl(Processes.class.getProtectionDomain().getCodeSource().getLocation());

    private static final int MOST_LINES = 300;

    static List<Floor> floors() throws IOException {
        return FloorPlan.ofRuntime().floors();
    }

    @ParameterizedTest
    @MethodSource("floors")
    void a_floor_uses_only_what_it_stands_on(Floor floor) {
        floor.looksDown().check(RUNTIME);
    }

    @Test
    void every_file_is_on_the_map_once() throws IOException {
        FloorPlan plan = FloorPlan.ofRuntime();
        assertThat(plan.duplicates()).isEmpty();
        assertThat(plan.files()).containsExactlyInAnyOrderElementsOf(sources());
    }

    @Test
    void a_file_that_grows_beyond_300_lines_moves_a_job_out() throws IOException {
        for (String file : FloorPlan.ofRuntime().files()) {
            List<String> lines = Files.readAllLines(FloorPlan.SOURCES.resolve(file + ".java"));
            assertThat(lines.size()).as(file).isLessThanOrEqualTo(MOST_LINES);
        }
    }

    private static List<String> sources() throws IOException {
        try (Stream<Path> files = Files.list(FloorPlan.SOURCES)) {
            return files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .filter(file -> !file.equals("package-info"))
                    .toList();
        }
    }

    @Test
    void a_floor_that_looks_up_is_found() {
        FloorPlan upsideDown =
                new FloorPlan(
                        """
                        <h2>Servers</h2> <li>{@link otp.GenServer}: a server
                        <li>{@link otp.ServerLoop}: its loop
                        <h2>Processes, on Servers</h2> <li>{@link otp.LocalProcess}: a process
                        """);
        assertThatThrownBy(() -> upsideDown.floors().getFirst().looksDown().check(RUNTIME))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("otp.ServerLoop")
                .hasMessageContaining("otp.LocalProcess");
    }
}
