package kata.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Looks at the kata's folder. */
final class FolderCheck {

    private static final List<String> WRITTEN =
            List.of(".", ".kata", "otp/target", "runner/target", "runner/launch");
    private static final List<String> SCRIPTS = List.of("kata", "mvnw");

    private FolderCheck() {}

    /** Finds out whether files can be written, by writing some. */
    static Diagnosis writable(Machine machine) {
        return WRITTEN.stream()
                .map(machine.root()::resolve)
                .map(Path::normalize)
                .filter(folder -> !isWritable(folder))
                .findFirst()
                .map(folder ->
                        Diagnosis.bad(
                                "Nothing can be written to %s".formatted(folder),
                                "Make it a writable folder, and see that the disk is not full."))
                .orElseGet(() -> Diagnosis.good("%s can be written".formatted(machine.root())));
    }

    private static boolean isWritable(Path folder) {
        try {
            Files.createDirectories(folder);
            Path file = Files.createTempFile(folder, "kata", ".tmp");
            Files.writeString(file, "may be deleted");
            Files.delete(file);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    /** Finds out whether the scripts have the line ends that a shell needs. */
    static Diagnosis lineEnds(Machine machine) {
        Optional<String> broken =
                SCRIPTS.stream()
                        .filter(name -> hasCarriageReturn(machine.root().resolve(name)))
                        .findFirst();
        return broken.map(name ->
                        Diagnosis.bad(
                                "%s has the line ends of Windows, which no shell understands"
                                        .formatted(name),
                                "Run `git config core.autocrlf input`, delete the file, and run"
                                        + " `git checkout %s`.".formatted(name)))
                .orElseGet(() -> Diagnosis.good("The scripts have the line ends that they need"));
    }

    private static boolean hasCarriageReturn(Path script) {
        try {
            return Files.readString(script, StandardCharsets.ISO_8859_1).contains("\r");
        } catch (IOException missing) {
            return false;
        }
    }
}
