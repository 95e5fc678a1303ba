package otp.conformance;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A file of recorded scenarios, one a line.
 *
 * @param path where it is; it is compressed if the name ends in {@code .gz}
 */
record ScenarioFile(Path path) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> NEEDED = List.of("name", "family", "steps", "trace");

    /**
     * Reads all scenarios.
     *
     * @throws UnreadableScenarios if there is something else in it, with the number of its line
     */
    List<JsonNode> read() throws IOException {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(open(), StandardCharsets.UTF_8))) {
            List<JsonNode> scenarios = new ArrayList<>();
            int number = 1;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    scenarios.add(parse(line, number));
                }
                number++;
            }
            return scenarios;
        }
    }

    private InputStream open() throws IOException {
        InputStream bytes = Files.newInputStream(path);
        try {
            return path.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
        } catch (ZipException | EOFException notCompressed) {
            bytes.close();
            throw new UnreadableScenarios(path + " is called .gz, and is not compressed");
        }
    }

    private JsonNode parse(String line, int number) throws UnreadableScenarios {
        JsonNode scenario;
        try {
            scenario = JSON.readTree(line);
        } catch (JacksonException noJson) {
            throw unreadable(number, "no JSON: " + noJson.getOriginalMessage());
        }
        Optional<String> missing =
                NEEDED.stream().filter(field -> !scenario.has(field)).findFirst();
        if (missing.isPresent()) {
            throw unreadable(number, "no scenario: it has no \"%s\"".formatted(missing.get()));
        }
        return scenario;
    }

    private UnreadableScenarios unreadable(int number, String what) {
        return new UnreadableScenarios("%s, line %d is %s".formatted(path, number, what));
    }
}
