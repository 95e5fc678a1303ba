package web;

/** Thrown where a request is not granted; its message tells the page what to do. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The status of an answer to what cannot be read. */
    public static final int BAD_REQUEST = 400;

    /** The status of an answer about what is not there. */
    public static final int NOT_FOUND = 404;

    /** The status of an answer to what cannot be done just now. */
    public static final int CONFLICT = 409;

    private final int status;

    /**
     * Creates a refusal.
     *
     * @param status the status of the answer
     * @param sentence what is wrong, and what to do
     */
    public Refusal(int status, String sentence) {
        super(sentence, null, false, false);
        this.status = status;
    }

    int status() {
        return status;
    }
}
