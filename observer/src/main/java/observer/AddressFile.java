package observer;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The file into which the address is written for programs that open the page, if they want it, and
 * below it the number of this process.
 */
final class AddressFile {

    private static final String PROPERTY = "observer.address";

    private AddressFile() {}

    /**
     * Writes the address, whole or not at all, so that only this user can read it.
     *
     * @throws IllegalStateException if the file cannot be written
     */
    static void write(URI address) {
        String name = System.getProperty(PROPERTY);
        if (name != null) {
            try {
                write(address, Path.of(name));
            } catch (IOException failure) {
                throw new IllegalStateException(
                        "The observer cannot write its address to %s, which the property %s names."
                                .formatted(name, PROPERTY),
                        failure);
            }
        }
    }

    /** Deletes the file, if there is one: nobody is at the address any more. */
    static void delete() {
        String name = System.getProperty(PROPERTY);
        if (name != null) {
            Path.of(name).toFile().delete();
        }
    }

    private static void write(URI address, Path file) throws IOException {
        Path draft =
                Files.createTempFile(file.toAbsolutePath().getParent(), "address", "", secret());
        Files.writeString(draft, "%s\n%d\n".formatted(address, ProcessHandle.current().pid()));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        file.toFile().deleteOnExit();
    }

    private static FileAttribute<?>[] secret() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
