package otp;

/** Why rows refuse an operation; it becomes an {@link EtsException}, which names the table too. */
final class TableRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TableRefusal(String reason) {
        super(reason, null, false, false);
    }

    static TableRefusal noRow(Object key) {
        return new TableRefusal("it has no row with the key " + Printed.of(key));
    }

    static TableRefusal noElement(Tuple<?, ?> row, int position) {
        return new TableRefusal(Printed.of(row) + " has no element " + position);
    }

    static TableRefusal ofNull(String what) {
        return new TableRefusal(what + " cannot be null");
    }

    /** Returns an argument, unless it is null: no table holds that. */
    static <T> T unlessNull(T argument, String what) {
        if (argument == null) {
            throw ofNull(what);
        }
        return argument;
    }
}
