package otp;

import java.util.List;

/** What becomes of tables, for those who {@link Trace}. */
public sealed interface TableEvent extends TraceEvent.What {

    @Override
    default TraceKind kind() {
        return TraceKind.TABLES;
    }

    /**
     * A table is there.
     *
     * @param table what it is known by: its name if it has one
     * @param owner who has created it
     */
    record Created(EtsTable<?, ?> table, Pid<?> owner) implements TableEvent {
        @Override
        public List<Pid<?>> processes() {
            return List.of(owner);
        }
    }

    /**
     * A table is gone, because it was deleted or because its owner has ended.
     *
     * @param table what it was known by
     * @param owner its last owner
     */
    record Gone(EtsTable<?, ?> table, Pid<?> owner) implements TableEvent {
        @Override
        public List<Pid<?>> processes() {
            return List.of(owner);
        }
    }

    /**
     * A table has another owner: it was given away, or inherited.
     *
     * @param table what it is known by
     * @param from who had it
     * @param to who has it now
     */
    record GivenAway(EtsTable<?, ?> table, Pid<?> from, Pid<?> to) implements TableEvent {
        @Override
        public List<Pid<?>> processes() {
            return List.of(from, to);
        }
    }
}
