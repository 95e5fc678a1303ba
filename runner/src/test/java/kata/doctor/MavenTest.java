package kata.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import kata.doctor.Diagnosis.Level;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Maven and the network, with a Maven that only says what it is to say. */
@DisabledOnOs(OS.WINDOWS)
class MavenTest {

    @TempDir private Path folder;

    @BeforeEach
    void write_a_wrapper() throws IOException {
        write(
                ".mvn/wrapper/maven-wrapper.properties",
                "wrapperVersion=3\ndistributionUrl=https://a.org/b/apache-maven-3.9.16-bin.zip\n");
        write("mvnw", "echo \"$*\" > asked");
    }

    @Test
    void a_wrapper_that_was_downloaded_is_good() throws IOException {
        download();
        assertThat(maven(Map.of()).diagnosis())
                .isEqualTo(Diagnosis.good("apache-maven-3.9.16, by ./mvnw"));
    }

    @Test
    void a_wrapper_that_was_not_is_bad_unless_maven_is_installed() throws IOException {
        assertThat(maven(Map.of()).diagnosis())
                .isEqualTo(
                        Diagnosis.bad(
                                "There is no Maven: ./mvnw has not downloaded it yet",
                                "Run ./mvnw --version once while the network is there."));
        write("bin/mvn", "");
        Maven installed = maven(Map.of("PATH", folder.resolve("bin").toString()));
        assertThat(installed.diagnosis().level()).isEqualTo(Level.GOOD);
        assertThat(installed.command()).contains(List.of(folder.resolve("bin/mvn").toString()));
    }

    @Test
    void the_users_maven_folder_is_looked_into() throws IOException {
        write("elsewhere/wrapper/dists/apache-maven-3.9.16/0a1b/bin/mvn", "");
        assertThat(maven(Map.of("MAVEN_USER_HOME", folder + "/elsewhere")).diagnosis().level())
                .isEqualTo(Level.GOOD);
    }

    @Test
    void a_missing_wrapper_is_bad() throws IOException {
        Files.delete(folder.resolve("mvnw"));
        assertThat(maven(Map.of()).diagnosis().what()).isEqualTo("There is no mvnw");
    }

    @Test
    void a_stage_that_maven_tests_offline_is_good() throws Exception {
        download();
        assertThat(offline())
                .isEqualTo(Diagnosis.good("Maven needs no network: it has tested part1/1-numbers"));
        assertThat(folder.resolve("asked"))
                .hasContent("-o -B -Dmaven.test.failure.ignore -pl runner,part1/1-numbers test\n");
    }

    @Test
    void missing_libraries_are_bad() throws Exception {
        download();
        write("mvnw", "echo 'Cannot access central in offline mode'; exit 1\n");
        Diagnosis found = offline();
        assertThat(found.level()).isEqualTo(Level.BAD);
        assertThat(found.remedy())
                .isEqualTo(
                        "Run `./mvnw test -pl runner,part1/1-numbers` once while the network is"
                                + " there.");
    }

    @Test
    void a_stage_that_does_not_compile_tells_nothing() throws Exception {
        download();
        write("mvnw", "echo 'COMPILATION ERROR'; exit 1\n");
        Diagnosis found = offline();
        assertThat(found.level()).isEqualTo(Level.POOR);
        assertThat(found.remedy())
                .isEqualTo("If your code of part1/1-numbers does not compile, fix it first.");
    }

    @Test
    void without_maven_it_is_bad() throws Exception {
        assertThat(offline().level()).isEqualTo(Level.BAD);
        assertThat(folder.resolve("asked")).doesNotExist();
    }

    private Diagnosis offline() throws InterruptedException {
        return maven(Map.of()).offline("part1/1-numbers");
    }

    private void download() throws IOException {
        write(".m2/wrapper/dists/apache-maven-3.9.16/0a1b/bin/mvn", "");
    }

    private Maven maven(Map<String, String> environment) {
        return new Maven(machine(environment));
    }

    private Machine machine(Map<String, String> environment) {
        return new Machine(folder, folder, environment, false);
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        file.toFile().setExecutable(true);
    }
}
