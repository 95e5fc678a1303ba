package otp.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Logger;

/** What was recorded from Erlang happens here too. */
class ReplayTest {

    private static final Logger RUNTIME_LOG = Logger.getLogger("otp");

    private static final String SCENARIO =
            """
            {"family":"processes","name":"small","actors":["a"],"steps":[["return","a"]],\
            "trace":[{"r":"ok"},{"r":"died","d":[["a#1","%s"]]},{"r":"ok"},[]]}
            """;

    @TempDir private Path folder;

    @BeforeAll
    static void keep_the_crashes_that_scenarios_provoke_from_the_console() {
        RUNTIME_LOG.setUseParentHandlers(false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"supervision", "processes", "servers", "tables"})
    void every_recorded_scenario_goes_as_in_erlang(String family) throws Exception {
        List<JsonNode> scenarios = Scenarios.read(recorded(family));

        assertThat(scenarios).hasSizeGreaterThan(600);
        assertThat(Scenarios.replay(scenarios)).isEmpty();
    }

    private static Path recorded(String family) throws URISyntaxException {
        String name = "/conformance/" + family + ".jsonl.gz";
        return Path.of(ReplayTest.class.getResource(name).toURI());
    }

    @Test
    void a_file_without_differences_is_good() throws IOException {
        assertThat(replay(SCENARIO.formatted("normal")))
                .isEqualTo("exit code 0: scenarios.jsonl: 1 scenarios, 0 differences\n");
    }

    @Test
    void a_difference_is_printed_with_its_step() throws IOException {
        assertThat(replay(SCENARIO.formatted("killed")))
                .isEqualTo(
                        """
                        exit code 1: small, step 1: ["return","a"]
                          Erlang: {"r":"died","d":[["a#1","killed"]]}
                          here:   {"r":"died","d":[["a#1","normal"]]}
                        scenarios.jsonl: 1 scenarios, 1 differences
                        """);
    }

    @Test
    void an_unknown_family_is_named_as_the_reason_of_the_failure() throws IOException {
        assertThat(replay("{\"family\":\"ducks\",\"name\":\"pond\"}"))
                .startsWith("exit code 1: pond")
                .contains("its family has to be one of [processes, servers, supervision, tables]");
    }

    @Test
    void a_file_that_is_missing_is_wrong_usage() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int exitCode = Replay.run(new PrintStream(out), folder.resolve("nowhere").toString());

        assertThat(exitCode).isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("nowhere");
    }

    private String replay(String scenarios) throws IOException {
        Path file = Files.writeString(folder.resolve("scenarios.jsonl"), scenarios);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int exitCode = Replay.run(new PrintStream(out), file.toString());
        return "exit code %d: %s".formatted(exitCode, out.toString(StandardCharsets.UTF_8));
    }
}
