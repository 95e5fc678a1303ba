package kata.command;

import static org.assertj.core.api.Assertions.assertThat;

import kata.Fixture;
import kata.terminal.ExitCode;
import kata.worker.JavaProcess;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Who redirects what a command says is not told that all is well when it was lost. */
@EnabledOnOs(OS.LINUX)
class UnwritableOutputTest {

    private static final String FULL = "/dev/full";

    @TempDir private Path folder;
    private Path said;

    @BeforeEach
    void write_a_kata() {
        Fixture.kata(folder);
        said = folder.resolve("said");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "report", "run 1-numbers", "watch", "shell 1-numbers"})
    void what_cannot_be_written_is_told_and_fails(String command) throws Exception {
        int code = exitCode("\"$@\" %s >%s 2>said".formatted(command, FULL));

        assertThat(code).isEqualTo(ExitCode.CRASHED);
        assertThat(said)
                .content()
                .containsOnlyOnce("could not all be written: check that the disk");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run elsewhere", "doctor more"})
    void a_complaint_that_cannot_be_written_fails(String command) throws Exception {
        assertThat(exitCode("\"$@\" %s >said 2>%s".formatted(command, FULL)))
                .isEqualTo(ExitCode.CRASHED);
        assertThat(said).isEmptyFile();
    }

    /** The reader has left before the first word. */
    @ParameterizedTest
    @ValueSource(strings = {"report", "--help"})
    void a_pipe_that_nobody_reads_any_more_is_no_loss(String command) throws Exception {
        exitCode(
                """
                mkfifo gate
                { read -r _ <gate; "$@" %s 2>said; echo $? >code; } | { exec <&-; echo >gate; }
                """
                        .formatted(command));

        assertThat(said).isEmptyFile();
        assertThat(folder.resolve("code")).hasContent("0");
    }

    private int exitCode(String script) throws IOException, InterruptedException {
        List<String> kata = JavaProcess.running(KataCommand.class).command();
        var shell = new ProcessBuilder("sh", "-c", script, "sh").directory(folder.toFile());
        shell.command().addAll(kata);
        shell.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        return shell.start().waitFor();
    }
}
