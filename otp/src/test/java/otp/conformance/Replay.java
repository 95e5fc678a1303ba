package otp.conformance;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The command that replays files of scenarios, and prints every difference to Erlang. */
final class Replay {

    private static final Logger RUNTIME_LOG = Logger.getLogger("otp");

    private Replay() {}

    /** Replays the files given; the exit code is 1 if there is a difference, 2 on wrong usage. */
    static void main(String... files) throws IOException {
        RUNTIME_LOG.setLevel(Level.OFF);
        System.exit(run(System.out, files));
    }

    static int run(PrintStream out, String... names) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String name : names) {
            files.add(Path.of(name));
        }
        List<Path> missing = files.stream().filter(file -> !Files.isReadable(file)).toList();
        if (files.isEmpty() || !missing.isEmpty()) {
            out.println("Name files of scenarios that can be read; these cannot: " + missing);
            return 2;
        }
        try {
            int differences = 0;
            for (Path file : files) {
                differences += replay(out, file);
            }
            return differences == 0 ? 0 : 1;
        } catch (UnreadableScenarios unreadable) {
            out.println("Not replayed: " + unreadable.getMessage());
            return 2;
        }
    }

    private static int replay(PrintStream out, Path file) throws IOException {
        List<JsonNode> scenarios = new ScenarioFile(file).read();
        List<Difference> differences = Scenarios.replay(scenarios);
        differences.forEach(out::println);
        out.printf(
                "%s: %d scenarios, %d differences%n",
                file.getFileName(), scenarios.size(), differences.size());
        return differences.size();
    }
}
