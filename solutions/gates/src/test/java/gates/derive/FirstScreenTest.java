package gates.derive;

import static org.assertj.core.api.Assertions.assertThat;

import gates.Fixture;

import kata.stage.Kata;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The first screen in README.md, as a {@code ./kata} shows it that only counts the open tasks. */
@DisabledOnOs(OS.WINDOWS)
class FirstScreenTest {

    private static final String EMPTY = "<!-- screen -->\n<!-- end of screen -->\n";
    private static final String SCREEN =
            """
            <!-- screen -->

            ```
            2 tasks are open
            2 of 5 tests passed

            ? all keys   q quit
            ```

            <!-- end of screen -->
            """;

    @TempDir private Path folder;

    private Kata kata;

    @BeforeEach
    void write_a_kata() throws IOException {
        kata = Fixture.kata(folder, "solved");
        Path script = folder.resolve("kata");
        Files.writeString(
                script,
                """
                #!/bin/sh
                open=$(grep -c 'TODO [12]: .*")' part1/1-numbers/src/main/java/numbers/Numbers.java)
                echo "$open tasks are open"
                echo '2 of 5 tests passed in 0.3 s'
                echo
                echo '? all keys   q quit'
                read key
                """);
        script.toFile().setExecutable(true);
    }

    @Test
    void it_is_the_one_of_a_learner_who_has_not_begun_and_names_no_time() {
        assertThat(FirstScreen.rewrite(EMPTY, kata)).isEqualTo(SCREEN);
        assertThat(folder.resolve("part1/1-numbers/src/main/java/numbers/Numbers.java"))
                .content()
                .doesNotContain("TODO");
    }

    @Test
    void a_screen_that_is_no_longer_shown_is_replaced() {
        assertThat(FirstScreen.rewrite(SCREEN, kata)).isEqualTo(SCREEN);
        assertThat(FirstScreen.rewrite(SCREEN.replace("2 of 5", "3 of 5"), kata)).isEqualTo(SCREEN);
    }
}
