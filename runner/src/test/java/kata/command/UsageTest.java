package kata.command;

import static org.assertj.core.api.Assertions.assertThat;

import kata.Fixture;
import kata.terminal.ExitCode;
import kata.terminal.Marks;
import kata.terminal.Terminal;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

class UsageTest {

    private static final List<String> NAMING_A_STAGE =
            List.of("shell", "run", "hint", "diff", "solution", "reset", "goto", "carry", "open");

    private static final Pattern COMMAND = Pattern.compile("(?m)^  ([a-z]+)");

    @TempDir private Path folder;

    @BeforeEach
    void write_a_kata() {
        Fixture.kata(folder);
    }

    @Test
    void help_names_the_commands_and_the_exit_codes() {
        Output said = Output.by(folder, "--help");
        assertThat(said.code()).isZero();
        assertThat(said.out())
                .startsWith("Usage: ./kata ")
                .contains(
                        "  list ",
                        "  run, test ",
                        "  hint ",
                        "  diff ",
                        "  solution ",
                        "  reset ",
                        "  goto ")
                .contains("  carry ", "  open ", "  report ", "  doctor ", "  shell ")
                .contains("Exit codes:")
                .doesNotContain("\u001b");
    }

    /** A point that begins a name is for the library the end of a sentence, and of a line. */
    @Test
    void no_line_of_any_help_ends_within_a_name() {
        List<String> commands =
                COMMAND.matcher(Output.by(folder, "--help").out())
                        .results()
                        .map(found -> found.group(1))
                        .toList();
        assertThat(commands).contains("watch", "see", "puzzle");
        assertThat(commands)
                .flatExtracting(
                        command -> Output.by(folder, command, "--help").out().lines().toList())
                .noneMatch(line -> line.matches(".*[ (]`?\\.+"));
    }

    @Test
    void the_version_names_the_java_that_runs() {
        assertThat(Output.by(folder, "--version").out())
                .startsWith("OTP kata ")
                .contains("Java " + System.getProperty("java.version"));
    }

    @Test
    void help_is_a_command_too_and_test_is_run() {
        assertThat(Output.by(folder, "help")).isEqualTo(Output.by(folder, "--help"));
        assertThat(Output.by(folder, "help", "run")).isEqualTo(Output.by(folder, "run", "--help"));
        assertThat(Output.by(folder, "test", "1-numbers").out())
                .startsWith("part1/1-numbers  Numbers and what they come to\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lst", "report more", "goto part1/1 more"})
    void a_word_too_many_is_named_without_counting(String typed) {
        String[] words = typed.split(" ");
        Output said = Output.by(folder, words);
        assertThat(said.code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(said.err())
                .startsWith("There is no use for '%s' here.\n".formatted(words[words.length - 1]));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"part1/2-average", "part1/2-average/src/main", "solutions/part1/2-average"})
    void in_the_folder_of_a_stage_that_stage_is_meant(String path) throws IOException {
        Path there = Files.createDirectories(folder.resolve(path));
        assertThat(Output.by(there, "goto").out()).startsWith("Current: part1/1-numbers");
        assertThat(Output.by(there, "diff", "--yes").out()).contains("part1/2-average");
        assertThat(Output.by(there, "diff", "--yes", "1-numbers").out())
                .doesNotContain("part1/2-average");
        assertThat(Output.by(there, "watch").out()).contains("part1/2-average  Their average");
    }

    @Test
    void the_path_of_a_stage_may_be_absolute_or_that_of_its_solution() {
        String absolute = folder.toAbsolutePath().resolve("part1/2-average").toString();
        assertThat(Output.by(folder, "diff", "--yes", absolute).code()).isZero();
        assertThat(Output.by(folder, "diff", "--yes", "solutions/part1/2-average").out())
                .isEqualTo(Output.by(folder, "diff", "--yes", absolute).out())
                .contains("part1/2-average");
    }

    @Test
    void a_folder_beside_the_kata_means_no_stage() throws IOException {
        Path here = Path.of("").toAbsolutePath();
        assertThat(KataCommand.folderOfUser(Map.of("KATA_FOLDER", "/"))).isEqualTo(here);
        assertThat(KataCommand.folderOfUser(Map.of("KATA_FOLDER", "/gone"))).isEqualTo(here);
        assertThat(KataCommand.folderOfUser(Map.of())).isEqualTo(here);
        Path link = Files.createSymbolicLink(folder.resolve("link"), here);
        assertThat(KataCommand.folderOfUser(Map.of("KATA_FOLDER", link + "/src")))
                .isEqualTo(here.resolve("src"));
    }

    @Test
    void an_unknown_stage_is_answered_with_those_of_like_names() {
        Output said = Output.by(folder, "run", "part1/1-nubmers");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err())
                .startsWith("There is no stage 'part1/1-nubmers'. Did you mean part1/1-numbers")
                .hasLineCount(1);
    }

    @Test
    void an_unknown_stage_is_refused_by_every_command() {
        for (String command : NAMING_A_STAGE) {
            Output said = Output.by(folder, command, "elsewhere");
            assertThat(said.code()).isEqualTo(2);
            assertThat(said.err()).startsWith("There is no stage 'elsewhere'.");
        }
    }

    @Test
    void a_mistyped_command_is_answered_with_the_one_that_was_meant() {
        Output said = Output.by(folder, "resett");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("'resett'", "Did you mean: ./kata reset", "--help");
    }

    @Test
    void wrong_options_are_answered_with_one_sentence_and_where_to_read_more() {
        Output said = Output.by(folder, "run", "1-numbers", "--on", "nobody");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err())
                .startsWith("Invalid value for option '--on'")
                .endsWith("\n`./kata run --help` tells more.\n");
        assertThat(Output.by(folder, "hint", "--task").err())
                .startsWith("Missing required parameter");
    }

    @Test
    void a_folder_without_a_kata_is_refused(@TempDir Path elsewhere) {
        Output said = Output.by(elsewhere, "list");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("stages.yaml").hasLineCount(1);
    }

    // Permissions do not bind root, as whom containers run: a file in the folder's place does.
    @Test
    void a_folder_that_cannot_be_written_is_named() throws IOException {
        Files.writeString(folder.resolve(".kata"), "not a folder");
        String[][] writing = {{"run", "1-numbers"}, {"goto", "2-average"}};
        for (String[] command : writing) {
            Output said = Output.by(folder, command);
            assertThat(said.code()).isEqualTo(2);
            assertThat(said.err())
                    .startsWith(folder.resolve(".kata").toString())
                    .contains(" cannot be written (");
        }
    }

    @Test
    void what_is_remembered_must_be_writable_too() throws IOException {
        Files.createDirectories(folder.resolve(".kata/progress"));
        Output said = Output.by(folder, "run", "1-numbers");
        assertThat(said.out()).contains("2 of 5 tests passed");
        assertThat(said.err())
                .startsWith("%s cannot be written (".formatted(folder.resolve(".kata/progress")));
    }

    @Test
    void a_failure_of_the_runners_own_is_told_in_one_line_and_its_trace_kept() throws IOException {
        var err = new StringWriter();
        var terminal =
                new Terminal(
                        new PrintWriter(new StringWriter()),
                        new PrintWriter(err, true),
                        Marks.printableIn(StandardCharsets.UTF_8));
        int code =
                new ErrorPrinter(folder, terminal).tell(new IllegalStateException("out of luck"));
        assertThat(code).isEqualTo(3);
        assertThat(err.toString())
                .contains("out of luck", folder.resolve(".kata/crash.log").toString())
                .hasLineCount(1);
        assertThat(Files.readString(folder.resolve(".kata/crash.log"))).contains("\tat kata.");
    }

    @Test
    void marks_can_be_printed_in_every_charset() {
        assertThat(Marks.printableIn(StandardCharsets.UTF_8).good()).isEqualTo("✓");
        assertThat(Marks.printableIn(StandardCharsets.US_ASCII).good()).isEqualTo("+");
    }
}
