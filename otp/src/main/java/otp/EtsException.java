package otp;

import java.util.Locale;

/**
 * Says that a table cannot do what it is asked: there is no such table, or it is not for the
 * calling process, or what it is given makes no sense; {@code badarg} in Erlang.
 */
public final class EtsException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** Says why a table refuses; one that has a name is called by it. */
    EtsException(String operation, EtsTable<?, ?> table, String reason) {
        super(
                message(
                        operation,
                        table instanceof LocalTable<?, ?> local ? local.reference() : table,
                        reason));
    }

    EtsException(String message) {
        super(message);
    }

    /**
     * Says that there is no table; it was deleted, or its owner has ended, or it never was. If it
     * had a name, another may have that now.
     */
    static EtsException noTable(String operation, EtsTable<?, ?> table) {
        return new EtsException(message(operation, table, "there is no such table"));
    }

    /** Says that a table refuses everybody but its owner. */
    static EtsException notOwner(
            String operation, EtsTable<?, ?> table, EtsAccess access, Pid<?> owner) {
        String kind = access.name().toLowerCase(Locale.ROOT);
        return new EtsException(
                operation, table, "it is %s, and belongs to %s".formatted(kind, owner));
    }

    private static String message(String operation, EtsTable<?, ?> table, String reason) {
        return operation + " on " + table + ": " + reason;
    }
}
