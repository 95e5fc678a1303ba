package otp;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * A table: its rows, its owner, and who may do what with it.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the second elements of the rows
 */
final class LocalTable<K, V> implements EtsTable<K, V>, Belonging {

    private static final AtomicLong LAST_NUMBER = new AtomicLong();

    private final long number = LAST_NUMBER.incrementAndGet();
    private final EtsType type;
    private final EtsAccess access;

    /** Held while the table goes to another owner, or to nobody. */
    private final Object handover = new Object();

    /** The rows; null when the table is no more. */
    private volatile TableRows<K, V> rows;

    private volatile LocalProcess<?> owner;
    private volatile EtsHeir heir;
    private volatile EtsName<K, V> name;

    LocalTable(EtsOptions options, EtsName<K, V> name, LocalProcess<?> owner) {
        this.type = options.type();
        this.access = options.access();
        this.heir = options.heir().orElse(null);
        this.rows = new TableRows<>(type);
        this.name = name;
        this.owner = owner;
    }

    /** Reads rows, in any process that may. */
    <T> T read(String operation, Function<TableRows<K, V>, T> reading) {
        TableRows<K, V> current = toRead(operation);
        try {
            return reading.apply(current);
        } catch (TableRefusal refusal) {
            throw new EtsException(operation, this, refusal.getMessage());
        }
    }

    /** Returns the rows to any process that may read them. */
    TableRows<K, V> toRead(String operation) {
        TableRows<K, V> current = existing(operation);
        if (access == EtsAccess.PRIVATE) {
            checkOwner(operation);
        }
        // Whoever is to end has been interrupted; to look for that costs less than to ask who it
        // is.
        if (Thread.currentThread().isInterrupted()) {
            ProcessTable.currentOrNull();
        }
        return current;
    }

    /** Changes rows, in a process that may, while no other process does. */
    <T> T write(String operation, Function<TableRows<K, V>, T> change) {
        TableRows<K, V> current = toWrite(operation);
        try {
            return current.change(() -> change.apply(current));
        } catch (TableRefusal refusal) {
            throw new EtsException(operation, this, refusal.getMessage());
        }
    }

    private TableRows<K, V> toWrite(String operation) {
        TableRows<K, V> current = existing(operation);
        if (access == EtsAccess.PUBLIC) {
            ProcessTable.currentOrNull();
        } else {
            checkOwner(operation);
        }
        return current;
    }

    private TableRows<K, V> existing(String operation) {
        TableRows<K, V> current = rows;
        if (current == null) {
            throw EtsException.noTable(operation, this);
        }
        return current;
    }

    /** Refuses an operation to every process but the owner. */
    private void checkOwner(String operation) {
        existing(operation);
        if (ProcessTable.currentOrNull() != owner) {
            throw new EtsException(
                    operation,
                    this,
                    "it is %s, and belongs to %s"
                            .formatted(access.name().toLowerCase(Locale.ROOT), owner));
        }
    }

    /** Removes all rows in one moment. */
    void clear(String operation) {
        toWrite(operation);
        synchronized (handover) {
            existing(operation);
            rows = new TableRows<>(type);
        }
    }

    /** Ends the table. */
    void delete(String operation) {
        toWrite(operation);
        synchronized (handover) {
            existing(operation);
            owner.lifeline().belongings().remove(this);
            drop();
        }
    }

    private void drop() {
        // The name goes last: once another table can have it, nobody finds this one by it.
        rows = null;
        EtsTables.remove(this);
    }

    @Override
    public void ownerEnded(LocalProcess<?> ended) {
        synchronized (handover) {
            if (owner == ended && rows != null && !inherit(ended)) {
                drop();
            }
        }
    }

    private boolean inherit(LocalProcess<?> ended) {
        EtsHeir next = heir;
        return next != null && handOver((LocalProcess<?>) next.process(), next.data());
    }

    /** Gives the table to another process; the owner does so. */
    void giveAway(String operation, LocalProcess<?> receiver, Object data) {
        checkOwner(operation);
        if (receiver == owner) {
            throw new EtsException(operation, this, receiver + " owns it already");
        }
        synchronized (handover) {
            existing(operation);
            LocalProcess<?> giver = owner;
            if (!handOver(receiver, data)) {
                throw new EtsException(operation, this, receiver + " has ended");
            }
            giver.lifeline().belongings().remove(this);
        }
    }

    /** Makes a process the owner and tells it so; returns false if it has ended. */
    private boolean handOver(LocalProcess<?> receiver, Object data) {
        if (!receiver.lifeline().belongings().add(this)) {
            return false;
        }
        LocalProcess<?> giver = owner;
        owner = receiver;
        EtsTransfer transfer = new EtsTransfer(reference(), giver, data);
        receiver.mailbox().put(new Envelope.Plain(transfer));
        return true;
    }

    /** Sets who owns the table after its owner, or that nobody does, which is null. */
    void heir(String operation, EtsHeir next) {
        checkOwner(operation);
        heir = next;
    }

    /** Gives the table another name, which no table has. */
    void rename(String operation, EtsName<K, V> other) {
        toWrite(operation);
        synchronized (handover) {
            existing(operation);
            EtsName<K, V> before = name;
            if (before == null) {
                throw new EtsException(operation, this, "it was created without a name");
            }
            EtsTables.claim(operation, other, this);
            name = other;
            EtsTables.release(before, this);
        }
    }

    EtsInfo info() {
        TableRows<K, V> current = rows;
        return current == null
                ? null
                : new EtsInfo(
                        Optional.ofNullable(name),
                        type,
                        access,
                        owner,
                        Optional.ofNullable(heir).map(EtsHeir::process),
                        current.size());
    }

    /** Tells whether there still is a table, and the name is its name. */
    boolean isKnownAs(EtsName<K, V> candidate) {
        return rows != null && candidate.equals(name);
    }

    /** Returns what the table is known by: its name if it has one. */
    EtsTable<K, V> reference() {
        EtsName<K, V> current = name;
        return current == null ? this : current;
    }

    EtsName<K, V> name() {
        return name;
    }

    @Override
    public String toString() {
        return "#Reference<0." + number + ">";
    }
}
