package kata.command;

import static org.assertj.core.api.Assertions.assertThat;

import kata.Fixture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

class DoctorTest {

    @TempDir private Path folder;

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void every_check_has_a_line_and_what_is_bad_has_its_remedy() {
        Fixture.kata(folder);
        Output said = Output.by(folder, "doctor");
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).isEqualTo("Testing a stage without the network ...\n");
        assertThat(said.out())
                .startsWith("✓ good  JDK %d in ".formatted(Runtime.version().feature()))
                .contains(
                        """
                        ✓ good  %s can be written
                        """
                                .formatted(folder),
                        " MB of memory are free, for ")
                .endsWith(
                        """
                        ✗ bad   There is no mvnw
                                -> Get it back, for example with git.

                        This machine is not ready: do what is said above, and run this again.
                        """);
    }

    @Test
    void the_check_that_takes_long_can_be_left_out() {
        Fixture.kata(folder);
        assertThat(Output.by(folder, "doctor", "--quick").err()).isEmpty();
    }
}
