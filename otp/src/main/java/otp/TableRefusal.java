package otp;

/** Why rows refuse an operation; it becomes an {@link EtsException}, which names the table too. */
final class TableRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TableRefusal(String reason) {
        super(reason, null, false, false);
    }
}
