package gates.derive;

import static org.assertj.core.api.Assertions.assertThat;

import gates.Fixture;
import gates.Output;

import kata.stage.Kata;
import kata.stage.KnownFailure;
import kata.stage.StagesYaml;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

class DeriveCommandTest {

    private static final Path NUMBERS =
            Path.of("part1/1-numbers/src/main/java/numbers/Numbers.java");

    @TempDir private Path folder;

    private Kata kata;

    @BeforeEach
    void write_a_kata() throws IOException {
        kata = Fixture.kata(folder);
        Files.writeString(folder.resolve("README.md"), "<!-- stages -->\n<!-- end of stages -->\n");
        derive();
        forget();
    }

    @Test
    void a_kata_that_is_as_it_should_be_is_left_alone() {
        assertThat(derive())
                .isEqualTo(
                        new Output(0, "Everything is as the solutions and stages.yaml say.\n", ""));
        assertThat(kept()).isEmpty();
    }

    @Test
    void a_learners_work_is_kept_before_it_is_overwritten() throws IOException {
        Files.writeString(folder.resolve(NUMBERS), "// hours of work\n");
        Output said = derive("--stages", "1-numbers");
        assertThat(said.code()).isZero();
        assertThat(said.out())
                .contains("wrote   " + NUMBERS)
                .contains("What these files held before is kept in " + Path.of(".kata/replaced"));
        assertThat(kept())
                .singleElement()
                .satisfies(file -> assertThat(file).endsWith(NUMBERS))
                .satisfies(file -> assertThat(file).hasContent("// hours of work\n"));
        assertThat(DerivedFiles.ofStage(kata.stage("1-numbers")))
                .allSatisfy(file -> assertThat(file.difference()).isEmpty());
    }

    @Test
    void a_file_that_the_solution_does_not_yield_is_kept_and_deleted() throws IOException {
        Path own = folder.resolve(NUMBERS).resolveSibling("Own.java");
        Files.writeString(own, "// mine\n");
        assertThat(derive().out()).contains("deleted part1");
        assertThat(own).doesNotExist();
        assertThat(kept())
                .singleElement()
                .satisfies(file -> assertThat(file).hasContent("// mine"));
    }

    @Test
    void only_the_starters_that_are_named_are_written() throws IOException {
        Files.writeString(folder.resolve(NUMBERS), "// hours of work\n");
        derive("--stages", "2-average");
        assertThat(folder.resolve(NUMBERS)).hasContent("// hours of work\n");
    }

    @Test
    void line_ends_alone_are_no_reason_to_write() throws IOException {
        Path file = folder.resolve(NUMBERS);
        Files.writeString(file, Files.readString(file).replace("\n", "\r\n"));
        assertThat(derive().out()).startsWith("Everything is as");
    }

    @Test
    void the_tests_that_fail_on_wrong_solutions_are_written_down_on_request() throws IOException {
        Path known = KnownFailure.fileOf(kata.stage("1-numbers"));
        String before = Files.readString(known);
        Files.writeString(known, "failures:\n");
        assertThat(derive().out()).startsWith("Everything is as");
        assertThat(derive("--failures", "true").out())
                .startsWith("wrote   %s\n".formatted(folder.relativize(known)))
                .contains("What these files held before is kept in ")
                .hasLineCount(2);
        assertThat(known).hasContent(before);
    }

    @Test
    void the_reactors_and_the_map_follow_the_stages() {
        for (String pom : List.of("pom.xml", "solutions/pom.xml")) {
            Fixture.replace(folder.resolve(pom), "    <module>part1/1-numbers</module>\n", "");
        }
        Fixture.replace(
                folder.resolve("stages.yaml"), "learned: divide", "learned: divide by a count");
        assertThat(derive().out())
                .contains("wrote   pom.xml", "wrote   README.md")
                .contains("wrote   " + Path.of("solutions", "pom.xml"));
        assertThat(DerivedFiles.ofKata(StagesYaml.read(folder)))
                .allSatisfy(file -> assertThat(file.difference()).isEmpty());
    }

    @Test
    void modules_that_are_no_stages_stay_behind_them() throws IOException {
        Path pom = folder.resolve("solutions/pom.xml");
        Fixture.replace(
                pom, "<module>gates</module>", "<module>gates</module><module>bench</module>");
        derive();
        assertThat(Files.readString(pom))
                .contains(
                        """
                            <module>part1/2-average</module>
                            <module>gates</module>
                            <module>bench</module>
                          </modules>
                        """);
    }

    @Test
    void a_missing_file_is_named() throws IOException {
        Files.delete(folder.resolve("README.md"));
        assertThat(derive())
                .isEqualTo(
                        new Output(
                                2,
                                "",
                                "README.md cannot be read: get it back, for example with git.\n"));
    }

    private Output derive(String... arguments) {
        return Output.of(new Derive(), folder, arguments);
    }

    private void forget() throws IOException {
        for (Path file : kept()) {
            Files.delete(file);
        }
    }

    private List<Path> kept() {
        Path replaced = folder.resolve(".kata/replaced");
        if (!Files.exists(replaced)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(replaced)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
