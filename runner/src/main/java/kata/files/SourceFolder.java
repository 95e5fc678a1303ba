package kata.files;

import kata.stage.KataException;
import kata.stage.SourceFile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A folder of Java files that others are to take the place of. */
public record SourceFolder(Path path) {

    /**
     * Tells whether the folder holds these Java files and no others, whatever their line ends are.
     *
     * @throws KataException if it cannot be read
     */
    public boolean holds(List<SourceFile> files) {
        return new HashSet<>(present()).equals(places(files))
                && files.stream().allMatch(this::holds);
    }

    /**
     * Tells whether this file stands in the folder, whatever its line ends are.
     *
     * @throws KataException if it cannot be read
     */
    public boolean holds(SourceFile file) {
        Path place = path.resolve(file.path());
        try {
            return has(file) && BackupWriter.says(place, file.text());
        } catch (IOException failure) {
            throw KataException.notRead(place, failure);
        }
    }

    /** Tells whether there is a file of this path, whatever it says. */
    public boolean has(SourceFile file) {
        return Files.exists(path.resolve(file.path()));
    }

    /**
     * Puts these files in the place of all Java files that are there.
     *
     * @param writer keeps what is there
     * @throws KataException if a file cannot be kept or changed
     */
    public void replaceAll(List<SourceFile> files, BackupWriter writer) {
        Set<Path> places = places(files);
        present().stream().filter(file -> !places.contains(file)).forEach(writer::delete);
        write(files, writer);
    }

    /**
     * Puts these files beside all others that are there.
     *
     * @param writer keeps what is in their place
     * @throws KataException if a file cannot be kept or changed
     */
    public void write(List<SourceFile> files, BackupWriter writer) {
        files.forEach(file -> writer.write(path.resolve(file.path()), file.text()));
    }

    private Set<Path> places(List<SourceFile> files) {
        return files.stream().map(file -> path.resolve(file.path())).collect(Collectors.toSet());
    }

    private List<Path> present() {
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> files = SourceFile.walk(path)) {
            return files.sorted().toList();
        } catch (IOException | UncheckedIOException failure) {
            throw KataException.notRead(path, failure);
        }
    }
}
