package kata.command;

import static org.assertj.core.api.Assertions.assertThat;

import kata.Fixture;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

class DemoTest {

    private static final String UNSOLVED =
            "throw new UnsupportedOperationException(\"TODO 1: return the greeting.\");";

    @TempDir private Path folder;
    private String printed;

    @BeforeEach
    void write_a_kata() {
        Fixture.kata(folder, "with-a-program");
    }

    @Test
    void it_is_the_maintainers_program_that_runs_until_the_stage_is_solved() {
        assertThat(demo())
                .isEqualTo(
                        new Output(
                                0,
                                "The to-do system of part3/5-ets-registry, by the maintainers:\n",
                                ""));
        assertThat(printed).isEqualTo("hello from " + folder.resolve(".kata/demo"));
        assertThat(folder.resolve(".kata/demo")).isDirectory();
    }

    @Test
    void it_is_the_learners_program_that_runs_then() {
        Fixture.replace(demoFile(), "// TODO 1: return the greeting.", "");
        Fixture.replace(demoFile(), UNSOLVED, "return \"hello\";");
        assertThat(demo())
                .isEqualTo(
                        new Output(
                                0,
                                "The to-do system of part3/5-ets-registry, by you:\n",
                                "Running the tests of part3/5-ets-registry ...\n"));
        assertThat(printed).startsWith("hello from ");
    }

    @Test
    void a_program_that_throws_is_told_in_one_sentence() {
        assertThat(demo("--on", "learner"))
                .isEqualTo(
                        new Output(
                                2,
                                "The to-do system of part3/5-ets-registry, by you:\n",
                                "The program has crashed (UnsupportedOperationException: TODO 1:"
                                    + " return the greeting.). `./kata run part3/5-ets-registry`"
                                    + " says more.\n"));
        assertThat(printed).isEmpty();
    }

    @Test
    void a_program_that_does_not_compile_is_not_run() {
        Fixture.replace(demoFile(), UNSOLVED, "return hello;");
        Output said = demo("--on", "learner");
        assertThat(said).isEqualTo(new Output(1, said.out(), ""));
        assertThat(said.out()).startsWith("✗ The code does not compile yet: 1 error.\n");
        assertThat(printed).isEmpty();
    }

    @Test
    void a_stage_without_the_program_is_told() throws IOException {
        Path demo = folder.resolve("solutions/part3/5-ets-registry/src/main/java/demo/Demo.java");
        String text = Files.readString(demo);
        Files.delete(demo);
        Files.writeString(demo.resolveSibling("Tour.java"), text.replace("Demo", "Tour"));
        Files.delete(folder.resolve("part3/5-ets-registry/src/test/java/demo/DemoTest.java"));
        Files.writeString(
                folder.resolve("part3/5-ets-registry/src/test/java/demo/TourTest.java"),
                "package demo;\n\nclass TourTest {}\n");
        assertThat(demo("--on", "solution"))
                .extracting(Output::code, Output::err)
                .containsExactly(
                        2,
                        "The code of part3/5-ets-registry has no class demo.Demo: get it back, for"
                                + " example with git.\n");
    }

    @Test
    void a_kata_without_the_stage_is_refused(@TempDir Path elsewhere) {
        Fixture.kata(elsewhere);
        assertThat(Output.by(elsewhere, "demo"))
                .isEqualTo(
                        new Output(
                                2,
                                "",
                                "There is no stage 'part3/5-ets-registry'. `./kata list` shows them"
                                        + " all.\n"));
    }

    @Test
    void where_the_lists_cannot_be_kept_it_says_why() throws IOException {
        Files.createDirectories(folder.resolve(".kata"));
        Path file = Files.writeString(folder.resolve(".kata/demo"), "");
        Output refused = demo("--on", "solution");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).startsWith("%s cannot be written (".formatted(file));
    }

    @Test
    void the_observer_runs_beside_it_for_as_long_as_it_runs() {
        Fixture.copyRuntime(folder);
        Fixture.copyObserver(folder);
        assertThat(demo("--see", "--on", "solution").code()).isZero();
        assertThat(printed)
                .startsWith("The observer is at http://127.0.0.1:")
                .endsWith("hello from " + folder.resolve(".kata/demo"));
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().startsWith("observer-watch"));
    }

    @Test
    void nobody_elses_code_can_be_run() {
        assertThat(demo("--on", "nobody").err())
                .startsWith("Invalid value for option '--on'")
                .contains("`./kata demo --help` tells more.");
    }

    /** Starts it, and catches what the program prints by itself. */
    private Output demo(String... options) {
        String[] all = new String[options.length + 1];
        all[0] = "demo";
        System.arraycopy(options, 0, all, 1, options.length);
        PrintStream out = System.out;
        var bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            return Output.by(folder, all);
        } finally {
            System.setOut(out);
            printed = bytes.toString(StandardCharsets.UTF_8).strip();
        }
    }

    private Path demoFile() {
        return folder.resolve("part3/5-ets-registry/src/main/java/demo/Demo.java");
    }
}
