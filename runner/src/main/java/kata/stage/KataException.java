package kata.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Says in one sentence what is wrong with the kata's files or with what was asked of it, and what
 * to do.
 */
public final class KataException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Creates an exception whose message is shown to the user as it stands. */
    public KataException(String message) {
        super(message);
    }

    /** Creates an exception whose message is shown to the user as it stands; the cause is not. */
    public KataException(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * Takes a step that nothing else depends on; returns the message if it fails with such an
     * exception.
     */
    public static Optional<String> problemOf(Runnable step) {
        try {
            step.run();
            return Optional.empty();
        } catch (KataException problem) {
            return Optional.of(problem.getMessage());
        }
    }

    /** Says that a file could not be written, and why: not only permissions may be missing. */
    public static KataException notWritten(Path file, IOException failure) {
        return new KataException(
                ("%s cannot be written (%s): check its permissions, those of its folder, and that"
                                + " the disk is not full.")
                        .formatted(file, reason(failure)),
                failure);
    }

    /** Says that a file or a folder could not be read, and why. */
    public static KataException notRead(Object file, Exception failure) {
        if (failure.getCause() instanceof FileSystemLoopException loop) {
            return new KataException(
                    "%s is a link to a folder that it stands in: delete the link."
                            .formatted(loop.getFile()),
                    failure);
        }
        return new KataException(
                ("%s cannot be read (%s): check it and its permissions, or get it back, for example"
                                + " with git.")
                        .formatted(file, reason(failure)),
                failure);
    }

    private static String reason(Exception failure) {
        return switch (failure) {
            case UncheckedIOException walking -> reason(walking.getCause());
            case CharacterCodingException _ -> "it is not UTF-8 text";
            case NoSuchFileException _ -> "it is missing";
            case AccessDeniedException _ -> "permission denied";
            case FileAlreadyExistsException _ -> "a file stands where a folder must be";
            case FileSystemException refused when refused.getReason() != null ->
                    refused.getReason();
            default -> String.valueOf(failure.getMessage());
        };
    }
}
