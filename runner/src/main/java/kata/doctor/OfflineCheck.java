package kata.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Finds out whether Maven can test a stage without the network, by having it do so.
 *
 * @param machine where it runs
 * @param stage the path of the stage; how its tests end is of no interest
 */
record OfflineCheck(Machine machine, String stage) {

    private static final long MINUTES = 3;
    private static final Path LOG = Path.of(".kata", "doctor.log");
    private static final Pattern MISSING =
            Pattern.compile("offline mode|Could not resolve|Could not transfer|is not available");

    /**
     * Runs Maven; blocks for some seconds, at most for three minutes.
     *
     * @throws InterruptedException if this thread is interrupted meanwhile
     */
    Diagnosis diagnosis() throws InterruptedException {
        Optional<List<String>> maven = new Maven(machine).command();
        if (maven.isEmpty()) {
            return Diagnosis.bad(
                    "Without Maven nothing works without the network", "Get Maven first.");
        }
        try {
            Files.createDirectories(log().getParent());
            return read(run(maven.get()));
        } catch (IOException failure) {
            return Diagnosis.bad(
                    "Maven could not be started (%s)".formatted(failure.getMessage()),
                    "See what ./mvnw --version says.");
        }
    }

    private boolean run(List<String> maven) throws IOException, InterruptedException {
        String options = "-o -B -Dmaven.test.failure.ignore -pl runner,%s test".formatted(stage);
        List<String> words = new ArrayList<>(maven);
        words.addAll(List.of(options.split(" ")));
        Process process =
                new ProcessBuilder(words)
                        .directory(machine.root().toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log().toFile())
                        .start();
        process.getOutputStream().close();
        try {
            return process.waitFor(MINUTES, TimeUnit.MINUTES) && process.exitValue() == 0;
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private Diagnosis read(boolean succeeded) throws IOException {
        if (succeeded) {
            return Diagnosis.good("Maven needs no network: it has tested %s".formatted(stage));
        }
        String said = Files.readString(log(), StandardCharsets.ISO_8859_1);
        return MISSING.matcher(said).find()
                ? Diagnosis.bad(
                        "Maven lacks libraries for work without the network (see %s)"
                                .formatted(LOG),
                        "Run `./mvnw test -pl runner,%s` once while the network is there."
                                .formatted(stage))
                : Diagnosis.poor(
                        "Maven could not test %s, be it with the network or without (see %s)"
                                .formatted(stage, LOG),
                        "If your code of %s does not compile, fix it first.".formatted(stage));
    }

    private Path log() {
        return machine.root().resolve(LOG);
    }
}
