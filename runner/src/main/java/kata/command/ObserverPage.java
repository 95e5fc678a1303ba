package kata.command;

import kata.page.LessonPages;
import kata.shell.ObserverAddress;
import kata.stage.KataException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The page of the observer that runs in another process of the kata in this folder. */
record ObserverPage(Path root) {

    /** The system property by which the observer is told the file of its address. */
    static final String PROPERTY = "observer.address";

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Returns the file into which the observer is to write its address. */
    Path file() {
        return root.resolve(".kata/observer-address").toAbsolutePath();
    }

    /** Returns the address, or else that of the shell that has begun last in a lesson's page. */
    Optional<URI> address() {
        return new ObserverAddress(file()).page().or(this::addressOfLastShell);
    }

    private Optional<URI> addressOfLastShell() {
        try (Stream<Path> files =
                Files.find(LessonPages.folder(root), 2, (_, found) -> found.isRegularFile())) {
            return files.filter(shell -> new ObserverAddress(shell).process().isPresent())
                    .max(Comparator.comparing(shell -> shell.toFile().lastModified()))
                    .flatMap(shell -> new ObserverAddress(shell).page());
        } catch (IOException | UncheckedIOException none) {
            return Optional.empty();
        }
    }

    /**
     * Forgets an address of before, and shows the page in the browser once there is another; does
     * not block.
     */
    void openSoon() {
        try {
            Files.createDirectories(file().getParent());
            Files.deleteIfExists(file());
        } catch (IOException failure) {
            throw new KataException(
                    "%s cannot be deleted: %s".formatted(file(), failure.getMessage()), failure);
        }
        Browser browser = Browser.ofSystem();
        if (browser.hasScreen()) {
            Thread.ofPlatform().daemon().start(() -> await().ifPresent(browser::show));
        }
    }

    private Optional<URI> await() {
        var address = new ObserverAddress(file());
        long begin = System.nanoTime();
        try {
            while (address.page().isEmpty() && System.nanoTime() - begin < PATIENCE.toNanos()) {
                Thread.sleep(PAUSE);
            }
            return address.page();
        } catch (InterruptedException interrupted) {
            return Optional.empty();
        }
    }
}
