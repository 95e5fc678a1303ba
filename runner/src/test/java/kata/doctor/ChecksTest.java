package kata.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import kata.doctor.Diagnosis.Level;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

@DisabledOnOs(OS.WINDOWS)
class ChecksTest {

    @TempDir private Path folder;

    @Test
    void the_java_that_runs_this_is_good_enough() {
        assertThat(JavaCheck.running().level()).isEqualTo(Level.GOOD);
    }

    @Test
    void an_old_java_and_one_without_a_compiler_are_bad() {
        assertThat(JavaCheck.of(21, true, "/jdk"))
                .isEqualTo(
                        Diagnosis.bad(
                                "Java 21 in /jdk is too old",
                                "Install JDK 25, for example from https://adoptium.net, and run"
                                        + " ./kata again."));
        assertThat(JavaCheck.of(25, false, "/jre").what())
                .isEqualTo("Java 25 in /jre has no compiler");
    }

    @Test
    void java_home_must_hold_a_java_if_it_is_set() throws IOException {
        program("jdk/bin/java", "");
        assertThat(JavaCheck.home(machine(Map.of("JAVA_HOME", folder + "/jdk"))).level())
                .isEqualTo(Level.GOOD);
        Diagnosis wrong = JavaCheck.home(machine(Map.of("JAVA_HOME", folder.toString())));
        assertThat(wrong.level()).isEqualTo(Level.BAD);
        assertThat(wrong.what())
                .isEqualTo("JAVA_HOME is %s, where there is no bin/java".formatted(folder));
    }

    @Test
    void without_java_home_the_path_will_do() throws IOException {
        program("jdk/bin/java", "");
        assertThat(JavaCheck.home(machine(Map.of("PATH", folder + "/jdk/bin"))).level())
                .isEqualTo(Level.GOOD);
        assertThat(JavaCheck.home(machine(Map.of("PATH", folder.toString()))).level())
                .isEqualTo(Level.POOR);
    }

    @Test
    void a_folder_that_can_be_written_is_left_as_it_was() throws IOException {
        Files.createDirectories(folder.resolve(".kata"));
        assertThat(FolderCheck.writable(machine(Map.of())).level()).isEqualTo(Level.GOOD);
        assertThat(folder.resolve(".kata")).isEmptyDirectory();
    }

    // Permissions do not bind root, as whom containers run: a file in the folder's place does.
    @Test
    void a_folder_that_cannot_be_written_is_named() throws IOException {
        Files.writeString(folder.resolve(".kata"), "not a folder");
        Diagnosis found = FolderCheck.writable(machine(Map.of()));
        assertThat(found.level()).isEqualTo(Level.BAD);
        assertThat(found.what()).isEqualTo("Nothing can be written to " + folder.resolve(".kata"));
    }

    @Test
    void a_script_with_the_line_ends_of_windows_is_bad() throws IOException {
        Files.writeString(folder.resolve("kata"), "#!/bin/sh\n");
        Files.writeString(folder.resolve("mvnw"), "#!/bin/sh\n");
        assertThat(FolderCheck.lineEnds(machine(Map.of())).level()).isEqualTo(Level.GOOD);
        Files.writeString(folder.resolve("mvnw"), "#!/bin/sh\r\n");
        Diagnosis found = FolderCheck.lineEnds(machine(Map.of()));
        assertThat(found.level()).isEqualTo(Level.BAD);
        assertThat(found.remedy()).contains("core.autocrlf", "`git checkout mvnw`");
    }

    @Test
    void little_room_is_poor() {
        assertThat(RoomCheck.of(4096, 8))
                .isEqualTo(Diagnosis.good("4096 MB of memory are free, for 8 cores"));
        assertThat(RoomCheck.of(512, 8).level()).isEqualTo(Level.POOR);
        assertThat(RoomCheck.of(4096, 1).level()).isEqualTo(Level.POOR);
    }

    @Test
    void a_console_without_the_symbols_is_poor() {
        assertThat(RoomCheck.console(StandardCharsets.UTF_8).level()).isEqualTo(Level.GOOD);
        assertThat(RoomCheck.console(StandardCharsets.US_ASCII).level()).isEqualTo(Level.POOR);
    }

    private Machine machine(Map<String, String> environment) {
        return new Machine(folder, folder, environment, false);
    }

    private void program(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        file.toFile().setExecutable(true);
    }

    @Test
    void memory_that_holds_files_only_counts_as_free(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("meminfo");
        Files.writeString(file, "MemFree:  100 kB\nMemAvailable:   20480000 kB\n");
        assertThat(RoomCheck.available(file)).contains(20_000L);
        assertThat(RoomCheck.available(folder.resolve("none"))).isEmpty();
    }
}
