package kata.launch;

import kata.stage.SourceFile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * A checksum of the files that the command line is built from. It does not depend on their times:
 * clocks may be wrong, and a copy may be younger or older than what it is a copy of.
 */
final class SourceFingerprint {

    private static final List<String> SOURCES =
            List.of(
                    "pom.xml",
                    "otp/pom.xml",
                    "otp/src/main",
                    "web/pom.xml",
                    "web/src/main",
                    "observer/pom.xml",
                    "observer/src/main",
                    "runner/pom.xml",
                    "runner/src/main");

    /** Pages are built of more than Java. */
    private static final Pattern NAME = Pattern.compile("[^.].*\\.(java|xml|html|css|js|svg|txt)");

    private SourceFingerprint() {}

    /** Reads all the files and returns a number for them, in hexadecimal digits. */
    static String of(Path root) throws IOException {
        var sum = new CRC32();
        for (String source : SOURCES) {
            for (Path file : files(root.resolve(source))) {
                sum.update(
                        SourceFile.slashes(root.relativize(file)).getBytes(StandardCharsets.UTF_8));
                sum.update(Files.readAllBytes(file));
            }
        }
        return "%08x".formatted(sum.getValue());
    }

    private static List<Path> files(Path source) throws IOException {
        if (Files.notExists(source)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(source)) {
            return paths.filter(SourceFingerprint::isSource).sorted().toList();
        }
    }

    /** Editors and systems leave files beside the sources, which nothing is built from. */
    private static boolean isSource(Path file) {
        return Files.isRegularFile(file) && NAME.matcher(file.getFileName().toString()).matches();
    }
}
