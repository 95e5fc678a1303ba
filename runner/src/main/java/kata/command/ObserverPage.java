package kata.command;

import kata.page.LessonPages;
import kata.stage.KataException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The page of the observer that runs in another process, by the file into which that process writes
 * its address.
 */
record ObserverPage(Path file) {

    /** The system property by which the observer is told the file. */
    static final String PROPERTY = "observer.address";

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    static ObserverPage of(Path root) {
        return new ObserverPage(root.resolve(".kata/observer-address").toAbsolutePath());
    }

    /** Forgets an address of before. */
    void forget() {
        try {
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new KataException(
                    "%s cannot be deleted: %s".formatted(file, failure.getMessage()), failure);
        }
    }

    /** Returns the address, if an observer has written one. */
    Optional<URI> address() {
        return lines(file).stream().findFirst().map(URI::create);
    }

    /** Returns the address, or else that of the shell that has begun last in a lesson's page. */
    Optional<URI> addressOfAny() {
        return address()
                .or(() ->
                        shellsOfPages().stream()
                                .max(Comparator.comparing(shell -> shell.toFile().lastModified()))
                                .map(ObserverPage::new)
                                .flatMap(ObserverPage::address));
    }

    /** A shell that was ended by force has left its file behind. */
    private List<Path> shellsOfPages() {
        try (Stream<Path> files =
                Files.find(LessonPages.folder(root()), 2, (_, found) -> found.isRegularFile())) {
            return files.filter(ObserverPage::isOfLiving).toList();
        } catch (IOException | UncheckedIOException none) {
            return List.of();
        }
    }

    private static boolean isOfLiving(Path file) {
        return lines(file).stream()
                .skip(1)
                .findFirst()
                .filter(process -> process.matches("\\d{1,18}"))
                .flatMap(process -> ProcessHandle.of(Long.parseLong(process)))
                .isPresent();
    }

    private Path root() {
        return file.getParent().getParent();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException none) {
            return List.of();
        }
    }

    /** Shows the page in the browser once there is one; does not block. */
    void openWhenThere(Browser browser) {
        if (browser.hasScreen()) {
            Thread.ofPlatform().daemon().start(() -> await().ifPresent(browser::show));
        }
    }

    private Optional<URI> await() {
        long begin = System.nanoTime();
        Optional<URI> address = address();
        while (address.isEmpty() && System.nanoTime() - begin < PATIENCE.toNanos()) {
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException interrupted) {
                return Optional.empty();
            }
            address = address();
        }
        return address;
    }
}
