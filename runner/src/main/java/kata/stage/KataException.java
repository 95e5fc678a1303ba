package kata.stage;

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
}
