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
import java.util.stream.Stream;

/**
 * Finds the Maven that builds the kata: the wrapper's, once it was downloaded, or the machine's.
 *
 * @param machine where it looks
 */
record Maven(Machine machine) {

    private static final long MINUTES = 3;
    private static final Path LOG = Path.of(".kata", "doctor.log");
    private static final Pattern MISSING =
            Pattern.compile("offline mode|Could not resolve|Could not transfer|is not available");

    private static final Pattern DISTRIBUTION =
            Pattern.compile("(?m)^distributionUrl=.*/(.+?)(?:-bin)?\\.zip\\s*$");

    /** Tells whether there is a Maven, and which. */
    Diagnosis diagnosis() {
        if (!Files.isRegularFile(wrapper())) {
            return Diagnosis.bad(
                    "There is no %s".formatted(wrapper().getFileName()),
                    "Get it back, for example with git.");
        }
        if (isDownloaded()) {
            return Diagnosis.good("%s, by ./mvnw".formatted(distribution().orElseThrow()));
        }
        return installed()
                .map(maven -> Diagnosis.good("Maven in %s".formatted(maven)))
                .orElseGet(() ->
                        Diagnosis.bad(
                                "There is no Maven: ./mvnw has not downloaded it yet",
                                "Run ./mvnw --version once while the network is there."));
    }

    /** Returns the words that start Maven without a download, if there is one. */
    Optional<List<String>> command() {
        if (isDownloaded() && Files.isRegularFile(wrapper())) {
            String path = wrapper().toString();
            return Optional.of(machine.isWindows() ? List.of(path) : List.of("sh", path));
        }
        return installed().map(maven -> List.of(maven.toString()));
    }

    private Path wrapper() {
        return machine.root().resolve(machine.file("mvnw", ".cmd"));
    }

    private Optional<Path> installed() {
        return machine.program(machine.file("mvn", ".cmd"));
    }

    private boolean isDownloaded() {
        return distribution().filter(this::hasFolder).isPresent();
    }

    private boolean hasFolder(String distribution) {
        Path maven =
                machine.variable("MAVEN_USER_HOME")
                        .map(Path::of)
                        .orElse(machine.home().resolve(".m2"));
        try (Stream<Path> folders =
                Files.list(maven.resolve("wrapper/dists").resolve(distribution))) {
            return folders.findAny().isPresent();
        } catch (IOException missing) {
            return false;
        }
    }

    /** Returns what the wrapper downloads, such as {@code apache-maven-3.9.16}. */
    private Optional<String> distribution() {
        Path properties = machine.root().resolve(".mvn/wrapper/maven-wrapper.properties");
        try {
            return DISTRIBUTION
                    .matcher(Files.readString(properties))
                    .results()
                    .map(found -> found.group(1))
                    .findFirst();
        } catch (IOException missing) {
            return Optional.empty();
        }
    }

    /**
     * Finds out whether it can test a stage without the network, by having it do so; how the tests
     * end is of no interest. Blocks for some seconds, at most for three minutes.
     *
     * @param stage the path of the stage
     * @throws InterruptedException if this thread is interrupted meanwhile
     */
    Diagnosis offline(String stage) throws InterruptedException {
        Optional<List<String>> maven = command();
        if (maven.isEmpty()) {
            return Diagnosis.bad(
                    "Without Maven nothing works without the network", "Get Maven first.");
        }
        try {
            Files.createDirectories(log().getParent());
            return read(run(maven.get(), stage), stage);
        } catch (IOException failure) {
            return Diagnosis.bad(
                    "Maven could not be started (%s)".formatted(failure.getMessage()),
                    "See what ./mvnw --version says.");
        }
    }

    private boolean run(List<String> maven, String stage) throws IOException, InterruptedException {
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

    private Diagnosis read(boolean succeeded, String stage) throws IOException {
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
