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
    @ValueSource(
            strings = {
                "ends",
                "supervision",
                "processes",
                "registry",
                "servers",
                "suspensions",
                "sys",
                "tables",
                "tasks",
                "timeouts",
                "timers",
                "traces"
            })
    void every_recorded_scenario_goes_as_in_erlang(String family) throws Exception {
        List<JsonNode> scenarios = recorded(family).read();

        assertThat(scenarios).hasSizeGreaterThan(400);
        assertThat(Scenarios.replay(scenarios)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ends", "sys", "tasks"})
    void nothing_goes_otherwise_while_everything_is_traced(String family) throws Exception {
        List<JsonNode> scenarios = recorded(family).read();

        try (Listening listening = Listening.toEverything()) {
            assertThat(Scenarios.replay(scenarios)).isEmpty();
            assertThat(listening.heard()).isGreaterThan(10_000);
        }
    }

    private static ScenarioFile recorded(String family) throws URISyntaxException {
        String name = "/conformance/" + family + ".jsonl.gz";
        return new ScenarioFile(Path.of(ReplayTest.class.getResource(name).toURI()));
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
        assertThat(replay(SCENARIO.formatted("normal").replace("processes", "ducks")))
                .startsWith("exit code 1: small")
                .contains(
                        "its family has to be one of [ends, processes, registry, servers,"
                                + " supervision, suspensions, sys, tables, tasks, timeouts, timers,"
                                + " traces]");
    }

    @Test
    void a_line_that_is_no_json_is_named() throws IOException {
        assertThat(replay(SCENARIO.formatted("normal") + "\n{\"family\":"))
                .startsWith("exit code 2: Not replayed: ")
                .contains("scenarios.jsonl, line 3 is no JSON: ")
                .doesNotContain("\tat ");
    }

    @Test
    void a_line_that_is_no_scenario_is_named() throws IOException {
        assertThat(replay("{\"name\":\"pond\"}"))
                .startsWith("exit code 2: ")
                .endsWith("scenarios.jsonl, line 1 is no scenario: it has no \"family\"\n");
    }

    @Test
    void a_file_that_is_only_called_gzipped_is_wrong_usage() throws IOException {
        Path file = Files.writeString(folder.resolve("scenarios.jsonl.gz"), "plain");
        assertThat(replay(file))
                .endsWith("scenarios.jsonl.gz is called .gz, and is not compressed\n");
    }

    @Test
    void a_file_that_is_missing_is_wrong_usage() throws IOException {
        assertThat(replay(folder.resolve("nowhere")))
                .startsWith("exit code 2: ")
                .contains("nowhere");
    }

    private String replay(String scenarios) throws IOException {
        return replay(Files.writeString(folder.resolve("scenarios.jsonl"), scenarios));
    }

    private static String replay(Path file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int exitCode = Replay.run(new PrintStream(out), file.toString());
        return "exit code %d: %s".formatted(exitCode, out.toString(StandardCharsets.UTF_8));
    }
}
