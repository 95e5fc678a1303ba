package otp;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A session that is told what happens in the running system; {@code trace:session_create} in
 * Erlang.
 *
 * {@snippet :
 * try (Trace trace = Trace.start()) {
 *     Processes.exit(worker, ExitReason.KILL);
 *     trace.take(Duration.ofSeconds(1)).forEach(event -> System.out.println(event.what()));
 * }
 * }
 *
 * <p>The traced never wait for the session, and run none of its code: each event goes to a buffer,
 * and one that finds it full is counted and dropped. The process that starts the session is its
 * owner, and the only one that reads it; the session ends with it. What the owner does is told as
 * well, unless it {@link #exclude}s itself: reading makes no events. Any number of sessions may run
 * at the same time, and each sees the same, as far as its {@link TraceOptions} go.
 *
 * <p>While no session runs, tracing costs next to nothing. While one does, what waits to be read
 * keeps the messages that it is about from being collected.
 */
public final class Trace implements AutoCloseable {

    private final LocalProcess<?> owner;
    private final TraceFilter filter;
    private final TraceBuffer buffer;
    private final Belonging ofOwner = _ -> end();

    private volatile boolean isClosed;

    /** Set while the owner waits for an event. */
    private volatile boolean isAwaited;

    private Trace(TraceOptions options, LocalProcess<?> owner) {
        this.owner = owner;
        this.filter = new TraceFilter(options);
        this.buffer = new TraceBuffer(options.capacity());
    }

    /** Starts a session that is told everything, as {@link TraceOptions#DEFAULTS} say. */
    public static Trace start() {
        return start(TraceOptions.DEFAULTS);
    }

    /** Starts a session, which belongs to the calling process. Does not block. */
    public static Trace start(TraceOptions options) {
        Trace session = new Trace(options, ProcessTable.current());
        Tracing.add(session);
        if (!session.owner.lifeline().belongings().add(session.ofOwner)) {
            session.close();
        }
        return session;
    }

    /** Returns the text of a message or of any value: within a second, and whatever it does. */
    public static String text(Object value) {
        return Printed.of(value);
    }

    /**
     * Takes the oldest event; nothing if there is none now. Does not block.
     *
     * @throws IllegalArgumentException if the caller is not the owner
     */
    public Optional<TraceEvent> poll() {
        checkOwner();
        return Optional.ofNullable(buffer.poll());
    }

    /**
     * Takes all events that are there, the oldest first; if there are none, waits until there is
     * one.
     *
     * @param atMost how long to wait; {@link GenServer#INFINITY} waits for as long as it takes
     * @return nothing if the time passes first, or if the session is closed and has been read
     * @throws IllegalArgumentException if the caller is not the owner, or the time is negative
     */
    public List<TraceEvent> take(Duration atMost) {
        checkOwner();
        await(Deadline.after(atMost));
        return buffer.poll(buffer.capacity());
    }

    private void await(long deadline) {
        while (buffer.isEmpty() && !isClosed && Deadline.remaining(deadline) > 0) {
            isAwaited = true;
            if (buffer.isEmpty() && !isClosed) {
                owner.park(deadline);
            }
            isAwaited = false;
        }
    }

    /** Returns how many events have been dropped so far, because the buffer was full. */
    public long dropped() {
        ProcessTable.checkCaller();
        return buffer.dropped();
    }

    /** Tells whether the session has ended, by {@link #close} or with its owner. */
    public boolean isClosed() {
        ProcessTable.checkCaller();
        return isClosed;
    }

    /** Has a process traced from now on, too; any process may ask for it. */
    public void include(Pid<?> process) {
        ProcessTable.checkCaller();
        filter.include(process);
    }

    /**
     * Hides a process from now on: nothing that is about it is told. It is for helpers of the
     * reader, which would otherwise be seen at work.
     */
    public void exclude(Pid<?> process) {
        ProcessTable.checkCaller();
        filter.exclude(process);
    }

    /**
     * Leaves a process out of {@link Processes#list} for ever: with a tool that watches from
     * inside, a program counts the same processes as without.
     */
    public static void hide(Pid<?> process) {
        ProcessTable.checkCaller();
        ((LocalProcess<?>) process).isHidden = true;
    }

    /**
     * Ends the session; any process may do so. What it has been told can still be read. Does
     * nothing if it has ended already.
     */
    @Override
    public void close() {
        owner.lifeline().belongings().remove(ofOwner);
        end();
    }

    private void end() {
        Tracing.remove(this);
        isClosed = true;
        wakeOwner();
    }

    boolean wants(TraceKind kind) {
        return filter.wants(kind);
    }

    /** Tells the session what happens, in the process that does it. Never blocks. */
    void tell(TraceEvent.What what) {
        if (filter.admits(what)) {
            buffer.put(what);
            // The event has its place by now, so that an owner that begins to wait sees it.
            wakeOwner();
        }
    }

    /** Forgets a process of whose end everybody has been told. */
    void forget(Pid<?> ended) {
        filter.forget(ended);
    }

    /** Counts an event that there was no memory for. */
    void drop() {
        buffer.drop();
    }

    private void wakeOwner() {
        if (isAwaited) {
            isAwaited = false;
            owner.wake();
        }
    }

    private void checkOwner() {
        LocalProcess<?> caller = ProcessTable.current();
        if (caller != owner) {
            throw new IllegalArgumentException(
                    "a trace is read by the process that has started it, which is %s, and not by %s"
                            .formatted(owner, caller));
        }
    }
}
