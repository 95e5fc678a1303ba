package kata.command;

import kata.stage.KataException;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

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
        try {
            return Files.readString(file).lines().findFirst().map(URI::create);
        } catch (IOException none) {
            return Optional.empty();
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
