package kata.shell;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The file into which an observer writes the address of its page and the number of its process. */
public record ObserverAddress(Path file) {

    /** Returns the address of the page, if an observer has written one. */
    public Optional<URI> page() {
        return line(0).map(URI::create);
    }

    /**
     * Returns the observer's process, if it lives: one that was killed has left its file behind.
     */
    public Optional<ProcessHandle> process() {
        return line(1).filter(number -> number.matches("\\d{1,18}"))
                .flatMap(number -> ProcessHandle.of(Long.parseLong(number)));
    }

    private Optional<String> line(int index) {
        try {
            return Files.readAllLines(file).stream().skip(index).findFirst();
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }
}
