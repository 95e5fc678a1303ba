package kata.doctor;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds out whether Maven can test a stage without the network, by having it do so; how the tests
 * end is of no interest. Whether there is a Maven at all needs no check: it has built this program.
 */
record OfflineMaven(Path root, String stage) {

    private static final long MINUTES = 3;
    private static final Path LOG = Path.of(".kata", "doctor.log");
    private static final String OPTIONS = "-o -B -Dmaven.test.failure.ignore -pl runner,%s test";
    private static final Pattern MISSING =
            Pattern.compile(
                    "offline mode|Could not resolve|Could not transfer|is not available"
                            + "|Failed to fetch");

    /** Blocks for some seconds, at most for three minutes. */
    Diagnosis diagnosis() throws InterruptedException {
        if (Files.notExists(root.resolve("mvnw"))) {
            return Diagnosis.bad("There is no mvnw", "Get it back, for example with git.");
        }
        Path log = root.resolve(LOG);
        try {
            Files.createDirectories(log.getParent());
            return run(log)
                    ? Diagnosis.good("Maven needs no network: it has tested %s".formatted(stage))
                    : explain(Files.readString(log, StandardCharsets.ISO_8859_1));
        } catch (IOException failure) {
            return Diagnosis.bad(
                    "Maven could not be started (%s)".formatted(failure.getMessage()),
                    "See what ./mvnw --version says.");
        }
    }

    private boolean run(Path log) throws IOException, InterruptedException {
        Stream<String> wrapper =
                File.separatorChar == '\\'
                        ? Stream.of(root.resolve("mvnw.cmd").toString())
                        : Stream.of("sh", "./mvnw");
        List<String> words =
                Stream.concat(wrapper, Stream.of(OPTIONS.formatted(stage).split(" "))).toList();
        Process process =
                new ProcessBuilder(words)
                        .directory(root.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        process.getOutputStream().close();
        try {
            return process.waitFor(MINUTES, TimeUnit.MINUTES) && process.exitValue() == 0;
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private Diagnosis explain(String said) {
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
}
