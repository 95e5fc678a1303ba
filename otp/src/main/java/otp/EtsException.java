package otp;

/**
 * Says that a table cannot do what it is asked: there is no such table, or it is not for the
 * calling process, or what it is given makes no sense; {@code badarg} in Erlang.
 */
public final class EtsException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    EtsException(String operation, EtsTable<?, ?> table, String reason) {
        super(operation + " on " + table + ": " + reason);
    }

    /** Says that there is no table; it was deleted, or its owner has ended, or it never was. */
    static EtsException noTable(String operation, EtsTable<?, ?> table) {
        return new EtsException(operation, table, "there is no such table");
    }
}
