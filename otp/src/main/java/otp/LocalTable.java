package otp;

import java.util.List;
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

    /** Who has fixed the table; used while {@link #handover} is held. */
    private final TableFixes fixes = new TableFixes(this::fixerEnded);

    /** The rows; null when the table is no more. */
    private volatile TableRows<K, V> rows;

    private volatile LocalProcess<?> owner;
    private volatile EtsHeir heir;
    private volatile EtsName<K, V> name;

    LocalTable(EtsOptions options, EtsName<K, V> name, LocalProcess<?> owner) {
        this.type = options.type();
        this.access = options.access();
        this.heir = options.heir().filter(EtsHeir::isAlive).orElse(null);
        this.rows = new TableRows<>(type);
        this.name = name;
        this.owner = owner;
    }

    /** Reads rows, in any process that may. */
    <T> T read(String operation, Function<TableRows<K, V>, T> reading) {
        return with(operation, toRead(operation), reading);
    }

    /** Changes rows, in a process that may. */
    <T> T write(String operation, Function<TableRows<K, V>, T> change) {
        return with(operation, toWrite(operation), change);
    }

    private <T> T with(
            String operation, TableRows<K, V> current, Function<TableRows<K, V>, T> function) {
        try {
            return function.apply(current);
        } catch (TableRefusal refusal) {
            throw new EtsException(operation, this, refusal.getMessage());
        }
    }

    /** Returns the rows of a key: like {@link #read}, and as fast as can be. */
    List<Tuple<K, V>> lookup(String operation, Object key) {
        TableRows<K, V> current = toRead(operation);
        try {
            return current.lookup(key);
        } catch (TableRefusal refusal) {
            throw new EtsException(operation, this, refusal.getMessage());
        }
    }

    private TableRows<K, V> toRead(String operation) {
        TableRows<K, V> current = existing(operation);
        if (access == EtsAccess.PRIVATE) {
            checkOwner(operation);
        }
        return current;
    }

    private TableRows<K, V> toWrite(String operation) {
        TableRows<K, V> current = existing(operation);
        if (access == EtsAccess.PUBLIC) {
            ProcessTable.checkCaller();
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
            throw EtsException.notOwner(operation, this, access, owner);
        }
    }

    /** Lists the table, under its name if it has one; from now on others find it. */
    void appear() {
        StackRoom.check();
        synchronized (handover) {
            // The owner has it first: whatever fails from here on, the table goes with its owner.
            owner.lifeline().belongings().add(this);
            try {
                EtsTables.add(this, owner);
            } catch (Throwable failed) {
                rows = null;
                leaveOwner();
                throw failed;
            }
        }
    }

    /** Removes all rows in one moment. */
    void clear(String operation) {
        toWrite(operation);
        synchronized (handover) {
            TableRows<K, V> current = existing(operation);
            if (fixes.isEmpty()) {
                rows = new TableRows<>(type);
            } else {
                current.clear();
            }
        }
    }

    /** Fixes the table for the calling process once more, or once less. */
    void fix(String operation, boolean fix) {
        toRead(operation);
        LocalProcess<?> process = ProcessTable.current();
        synchronized (handover) {
            TableRows<K, V> current = existing(operation);
            fixes.change(process, fix);
            current.fix(!fixes.isEmpty());
        }
    }

    /** Ends the table. */
    void delete(String operation) {
        toWrite(operation);
        StackRoom.check();
        synchronized (handover) {
            existing(operation);
            leaveOwner();
        }
    }

    private void leaveOwner() {
        drop();
        owner.lifeline().belongings().remove(this);
    }

    /** Ends the table; if that fails for want of memory, it can be called again. */
    private void drop() {
        if (rows != null && Tracing.isOn()) {
            Tracing.tell(() -> new TableEvent.Gone(reference(), owner));
        }
        // The name goes last: once another table can have it, nobody finds this one by it.
        rows = null;
        heir = null;
        fixes.clear();
        EtsTables.remove(this);
    }

    @Override
    public void ownerEnded(LocalProcess<?> ended) {
        synchronized (handover) {
            if (owner == ended && (rows == null || !inherit(ended))) {
                drop();
            }
        }
    }

    /** Releases the table that a process has fixed which has ended. */
    private void fixerEnded(LocalProcess<?> ended) {
        synchronized (handover) {
            fixes.removeAll(ended);
            if (rows != null) {
                rows.fix(!fixes.isEmpty());
            }
        }
    }

    private boolean inherit(LocalProcess<?> ended) {
        EtsHeir next = heir;
        if (next == null) {
            return false;
        }
        Envelope news = news(ended, next.data());
        if (!handOver((LocalProcess<?>) next.process())) {
            return false;
        }
        if (next.isTold()) {
            owner.mailbox().put(news);
        }
        return true;
    }

    /** Gives the table to another process; the owner does so. */
    void giveAway(String operation, LocalProcess<?> receiver, Object data) {
        checkOwner(operation);
        if (receiver == owner) {
            throw new EtsException(operation, this, receiver + " owns it already");
        }
        StackRoom.check();
        synchronized (handover) {
            existing(operation);
            LocalProcess<?> giver = owner;
            Envelope news = news(giver, data);
            if (!handOver(receiver)) {
                throw new EtsException(operation, this, receiver + " has ended");
            }
            receiver.mailbox().put(news);
            giver.lifeline().belongings().remove(this);
        }
    }

    /** Makes a process the owner; returns false if it has ended. */
    private boolean handOver(LocalProcess<?> receiver) {
        if (!receiver.lifeline().belongings().add(this)) {
            return false;
        }
        if (Tracing.isOn()) {
            LocalProcess<?> giver = owner;
            Tracing.tell(() -> new TableEvent.GivenAway(reference(), giver, receiver));
        }
        owner = receiver;
        return true;
    }

    /** Made before anything changes: what needs memory may fail. */
    private Envelope news(LocalProcess<?> giver, Object data) {
        return new Envelope.Plain(new EtsTransfer(reference(), giver, data));
    }

    /** Sets who owns the table after its owner, or that nobody does, which is null. */
    void heir(String operation, EtsHeir next) {
        checkOwner(operation);
        heir = next;
    }

    /** Gives the table another name, which no table has. */
    void rename(String operation, EtsName<K, V> other) {
        toWrite(operation);
        StackRoom.check();
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
