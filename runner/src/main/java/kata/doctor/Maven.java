package kata.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the Maven that builds the kata: the wrapper's, once it was downloaded, or the machine's.
 *
 * @param machine where it looks
 */
record Maven(Machine machine) {

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
}
