package gates.diagnosis;

import kata.compile.StageClassPath;
import kata.compile.StageCode;
import kata.stage.KataException;
import kata.stage.SourceFile;
import kata.stage.Stage;
import kata.stage.WrongSolution;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** A number that changes with whatever may change how a stage's tests end. */
final class Fingerprint {

    private Fingerprint() {}

    /** Returns that of the code, its tests and the runtime, in hexadecimal digits. */
    static String of(StageCode code) {
        CRC32 checksum = checksum(code.sources(), code.tests());
        addRuntime(StageClassPath.runtime(code.stage().root()), checksum);
        return digits(checksum);
    }

    /**
     * Returns that of a wrong solution's own files and of the tests, in hexadecimal digits, which
     * is the same with the line ends of any system. The runtime and the rest of the solution change
     * often, and hardly ever how the tests fail on it.
     */
    static String of(Stage stage, WrongSolution wrong) {
        return digits(checksum(wrong.sources(), SourceFile.in(stage.root(), stage.testSources())));
    }

    private static CRC32 checksum(List<SourceFile> sources, List<SourceFile> tests) {
        var checksum = new CRC32();
        Stream.of(sources, tests)
                .flatMap(List::stream)
                .map(file -> file.path() + "\0" + file.text().replace("\r\n", "\n") + "\0")
                .forEach(text -> checksum.update(text.getBytes(StandardCharsets.UTF_8)));
        return checksum;
    }

    private static String digits(CRC32 checksum) {
        return "%08x".formatted(checksum.getValue());
    }

    private static void addRuntime(Path classes, CRC32 checksum) {
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                checksum.update(Files.readAllBytes(file));
            }
        } catch (IOException failure) {
            throw new KataException(
                    "The runtime in %s cannot be read: compile it.".formatted(classes), failure);
        }
    }
}
