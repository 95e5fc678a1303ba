package kata.launch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;

class RebuildTest {

    @TempDir private Path root;

    private final Properties properties = new Properties();

    @BeforeEach
    void build() throws IOException {
        write("pom.xml", "<project/>");
        write("runner/src/main/java/Main.java", "class Main {}");
        write("runner/launch/arguments", "-version");
        properties.setProperty(Rebuild.BUILT, SourceFingerprint.of(root));
    }

    @Test
    void what_was_built_from_these_sources_is_started() throws IOException {
        assertThat(isNeeded()).isFalse();
    }

    @Test
    void a_source_that_says_something_else_is_built() throws IOException {
        write("runner/src/main/java/Main.java", "class Main { }");
        assertThat(isNeeded()).isTrue();
    }

    @Test
    void a_source_that_is_new_moved_or_gone_is_built() throws IOException {
        Path source = root.resolve("runner/src/main/java/Main.java");
        Path other = write("otp/src/main/java/Other.java", "");
        assertThat(isNeeded()).isTrue();

        Files.move(source, other, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(isNeeded()).isTrue();

        Files.delete(other);
        assertThat(isNeeded()).isTrue();
    }

    @Test
    void clocks_are_not_asked() throws IOException {
        Path source = root.resolve("runner/src/main/java/Main.java");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(7200)));
        assertThat(isNeeded()).isFalse();

        write("pom.xml", "<project></project>");
        Files.setLastModifiedTime(root.resolve("pom.xml"), FileTime.from(Instant.EPOCH));
        assertThat(isNeeded()).isTrue();
    }

    @Test
    void what_editors_leave_beside_the_sources_is_no_source() throws IOException {
        write("runner/src/main/java/.Main.java.swp", "");
        write("runner/src/main/java/.#Main.java", "");
        write("runner/src/main/java/.DS_Store", "");
        assertThat(isNeeded()).isFalse();
    }

    @Test
    void once_is_enough_and_without_a_launcher_there_is_nothing_to_build() throws IOException {
        write("pom.xml", "");
        assertThat(new Rebuild(root, properties, Map.of("KATA_REBUILT", "true")).isNeeded())
                .isFalse();
        assertThat(new Rebuild(root, new Properties(), Map.of()).isNeeded()).isFalse();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void the_script_is_started_with_nothing_built_and_its_exit_code_returned() throws Exception {
        write(
                "kata",
                "[ ! -e runner/launch/arguments ] && [ \"$KATA_REBUILT\" = true ] || exit 1\n"
                        + "[ \"$1\" = list ] && [ \"$2\" = 'a b' ] && exit 7\n");
        assertThat(new Rebuild(root, properties, Map.of()).start("list", "a b")).isEqualTo(7);
    }

    private boolean isNeeded() throws IOException {
        return new Rebuild(root, properties, Map.of()).isNeeded();
    }

    private Path write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
