package kata.command;

import static org.assertj.core.api.Assertions.assertThat;

import kata.Fixture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is kept for editors can be read, and names what there is. */
class EditorFilesTest {

    private static final Path ROOT =
            Path.of(System.getProperty("basedir", ""), "..").toAbsolutePath().normalize();
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonReadFeature.ALLOW_JAVA_COMMENTS).build();
    private static final Pattern SCRIPT = Pattern.compile("\"SCRIPT_TEXT\" value=\"([^\"]+)\"");

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"settings.json", "tasks.json", "extensions.json"})
    void what_vs_code_reads_is_json_that_git_keeps(String file) throws IOException {
        assertThat(read(".vscode/" + file).isObject()).isTrue();
        assertThat(Files.readAllLines(ROOT.resolve(".gitignore"))).contains("!.vscode/" + file);
    }

    @Test
    void the_tasks_of_vs_code_start_what_there_is() throws IOException {
        List<JsonNode> tasks = read(".vscode/tasks.json").get("tasks").valueStream().toList();
        assertThat(tasks)
                .extracting(task -> task.get("label").asString())
                .contains("kata: watch", "kata: run this stage");
        for (JsonNode task : tasks) {
            assertIsThere(task.get("command").asString());
            assertIsThere(task.at("/windows/command").asString());
            List<String> arguments =
                    task.path("args").valueStream().map(JsonNode::asString).toList();
            assertThat(arguments).isSubsetOf("run", "hint", "${relativeFile}");
            assertIsCommand(arguments.stream().findFirst());
        }
    }

    @Test
    void the_run_configurations_of_intellij_start_what_there_is() throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(ROOT.resolve(".run"))) {
            files = found.toList();
        }
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            var script = SCRIPT.matcher(Files.readString(file));
            assertThat(script.find()).isTrue();
            List<String> words = List.of(script.group(1).split(" "));
            assertIsThere(words.getFirst());
            assertIsCommand(words.stream().skip(1).findFirst());
        }
    }

    @Test
    void the_container_has_the_java_and_the_extensions_that_the_kata_asks_for() throws IOException {
        JsonNode container = read(".devcontainer/devcontainer.json");
        String java =
                container
                        .path("features")
                        .path("ghcr.io/devcontainers/features/java:1")
                        .path("version")
                        .asString();
        assertThat(Files.readString(ROOT.resolve("pom.xml")))
                .contains("<maven.compiler.release>%s<".formatted(java));
        assertThat(container.at("/customizations/vscode/extensions"))
                .isEqualTo(read(".vscode/extensions.json").get("recommendations"));
        List<String> words = List.of(container.get("postCreateCommand").asString().split(" "));
        assertIsThere(words.getFirst());
        assertIsCommand(words.stream().skip(1).findFirst());
    }

    private static void assertIsThere(String script) {
        assertThat(ROOT.resolve(script.replace('\\', '/'))).isRegularFile();
    }

    private void assertIsCommand(Optional<String> word) {
        Fixture.kata(folder);
        word.ifPresent(command -> assertThat(Output.by(folder, command, "--help").code()).isZero());
    }

    private static JsonNode read(String file) {
        return JSON.readTree(ROOT.resolve(file).toFile());
    }
}
