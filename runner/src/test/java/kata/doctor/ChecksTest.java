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

@DisabledOnOs(OS.WINDOWS)
class ChecksTest {

    @TempDir private Path folder;

    @Test
    void a_folder_that_can_be_written_is_left_as_it_was() throws IOException {
        Files.createDirectories(folder.resolve(".kata"));
        assertThat(doctor().writable().level()).isEqualTo(Level.GOOD);
        assertThat(folder.resolve(".kata")).isEmptyDirectory();
    }

    // Permissions do not bind root, as whom containers run: a file in the folder's place does.
    @Test
    void a_folder_that_cannot_be_written_is_named() throws IOException {
        Files.writeString(folder.resolve(".kata"), "not a folder");
        Diagnosis found = doctor().writable();
        assertThat(found.level()).isEqualTo(Level.BAD);
        assertThat(found.what()).isEqualTo("Nothing can be written to " + folder.resolve(".kata"));
    }

    @Test
    void little_room_is_poor() {
        assertThat(Doctor.room(4096, 8))
                .isEqualTo(Diagnosis.good("4096 MB of memory are free, for 8 cores"));
        assertThat(Doctor.room(512, 8).level()).isEqualTo(Level.POOR);
        assertThat(Doctor.room(4096, 1).level()).isEqualTo(Level.POOR);
    }

    @Test
    void a_console_without_the_symbols_is_poor() {
        assertThat(Doctor.console(StandardCharsets.UTF_8).level()).isEqualTo(Level.GOOD);
        assertThat(Doctor.console(StandardCharsets.US_ASCII).level()).isEqualTo(Level.POOR);
    }

    private Doctor doctor() {
        return new Doctor(folder, "part1/1-numbers");
    }

    @Test
    void memory_that_holds_files_only_counts_as_free(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("meminfo");
        Files.writeString(file, "MemFree:  100 kB\nMemAvailable:   20480000 kB\n");
        assertThat(Doctor.available(file)).contains(20_000L);
        assertThat(Doctor.available(folder.resolve("none"))).isEmpty();
    }
}
