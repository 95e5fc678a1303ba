package gates.measure;

import static org.assertj.core.api.Assertions.assertThat;

import gates.Fixture;
import gates.Output;

import kata.command.KataCommand;
import kata.worker.JavaProcess;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@code measure} does, and not how long that takes. */
@DisabledOnOs(OS.WINDOWS)
class MeasureTest {

    private static final String THREE_VERDICTS =
            """
            for verdict in 1 2 3; do
                echo 'All 5 tests pass: you can now count.'
                echo '? all keys   q quit'
            done
            read key
            """;

    @TempDir private Path folder;

    @BeforeEach
    void write_a_kata() throws IOException {
        Fixture.kata(folder);
        write("mvnw", "grep -q 'One more line' part1/*/src/main/java/numbers/Numbers.java");
    }

    @Test
    void saves_and_runs_of_maven_are_measured_in_a_copy() throws IOException {
        write("kata", "exec " + kata());
        Path starter = folder.resolve("part1/1-numbers/src/main/java/numbers/Numbers.java");
        String before = Files.readString(starter);

        Output said = measure("--saves", "2", "--maven", "1", "--idle", "1");

        assertThat(said.err()).isEmpty();
        assertThat(said.code()).isZero();
        assertThat(said.out())
                .contains("saves once warm: 2, runs of Maven: 1")
                .containsPattern(
                        "\\| part1/1-numbers \\| [0-9.]+ s (\\| \\d+ ms ){3}\\| [0-9.]+ s \\|\n")
                .containsPattern("\nIdle for 1 s on part1/1-numbers: [0-9.]+ % of a core");
        assertThat(starter).hasContent(before);
        assertThat(folder.resolve(".kata")).doesNotExist();
    }

    @Test
    void a_kata_that_does_not_start_says_why() throws IOException {
        write("kata", "echo 'This kata needs JDK 25.'; exit 3");
        Output said = measure();
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("has ended", "This kata needs JDK 25.");
    }

    @Test
    void a_maven_that_fails_is_no_figure() throws IOException {
        write("kata", THREE_VERDICTS);
        write("mvnw", "exit 1");
        Output said = measure("--saves", "1");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err())
                .contains("mvnw -q test -pl part1/1-numbers has ended with exit code 1");
    }

    @Test
    void to_measure_nothing_is_refused() {
        Output said = measure("--saves", "0");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("--saves must be 1 or more, but is 0.");
    }

    private Output measure(String... arguments) {
        String[] words =
                Stream.concat(Stream.of("--stages", "1-numbers"), Stream.of(arguments))
                        .toArray(String[]::new);
        return Output.of(new Measure(), folder, words);
    }

    private static String kata() {
        return JavaProcess.running(KataCommand.class).command().stream()
                .map("'%s'"::formatted)
                .collect(Collectors.joining(" "));
    }

    private void write(String script, String text) throws IOException {
        Path file = folder.resolve(script);
        Files.writeString(file, "#!/bin/sh\n" + text + "\n");
        file.toFile().setExecutable(true);
    }
}
