package kata.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import kata.doctor.Diagnosis.Level;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Maven and the network, with a Maven that only says what it is to say. */
@DisabledOnOs(OS.WINDOWS)
class OfflineMavenTest {

    @TempDir private Path folder;

    @Test
    void a_missing_wrapper_is_bad() throws Exception {
        assertThat(new OfflineMaven(folder, "part1/1-numbers").diagnosis().what())
                .isEqualTo("There is no mvnw");
    }

    @Test
    void a_stage_that_maven_tests_offline_is_good() throws Exception {
        assertThat(diagnosis("echo \"$*\" > asked"))
                .isEqualTo(Diagnosis.good("Maven needs no network: it has tested part1/1-numbers"));
        assertThat(folder.resolve("asked"))
                .hasContent("-o -B -Dmaven.test.failure.ignore -pl runner,part1/1-numbers test\n");
    }

    @Test
    void missing_libraries_are_bad() throws Exception {
        Diagnosis found = diagnosis("echo 'Cannot access central in offline mode'; exit 1\n");
        assertThat(found.level()).isEqualTo(Level.BAD);
        assertThat(found.remedy())
                .isEqualTo(
                        "Run `./mvnw test -pl runner,part1/1-numbers` once while the network is"
                                + " there.");
    }

    @Test
    void a_wrapper_that_cannot_download_maven_is_bad() throws Exception {
        assertThat(diagnosis("echo 'wget: Failed to fetch https://a.org'; exit 1\n").level())
                .isEqualTo(Level.BAD);
    }

    @Test
    void a_stage_that_does_not_compile_tells_nothing() throws Exception {
        Diagnosis found = diagnosis("echo 'COMPILATION ERROR'; exit 1\n");
        assertThat(found.level()).isEqualTo(Level.POOR);
        assertThat(found.remedy())
                .isEqualTo("If your code of part1/1-numbers does not compile, fix it first.");
    }

    private Diagnosis diagnosis(String wrapper) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("mvnw"), wrapper);
        return new OfflineMaven(folder, "part1/1-numbers").diagnosis();
    }
}
