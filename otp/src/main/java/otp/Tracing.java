package otp;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MutableCallSite;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Where the runtime tells what happens, and all sessions that are told.
 *
 * <p>Mostly there are none. So whoever has something to tell first asks whether tracing {@link
 * #isOn}, which costs next to nothing, and makes the event only then.
 */
final class Tracing {

    private static final Trace[] NONE = {};

    private static final AtomicLong LAST_ID = new AtomicLong();

    private static volatile Trace[] sessions = NONE;

    private static final MethodHandle ON = MethodHandles.constant(boolean.class, true);
    private static final MethodHandle OFF = MethodHandles.constant(boolean.class, false);

    /**
     * Whether there are sessions. It is asked at every message, and hardly ever changes: so it is a
     * call site, whose target the JIT compiler takes for a constant until there is another.
     */
    private static final MutableCallSite ANSWER = new MutableCallSite(OFF);

    private static final MethodHandle QUESTION = ANSWER.dynamicInvoker();

    /** Whether a session is told of messages, which are most of all events. */
    private static volatile boolean areMessagesWanted;

    private Tracing() {}

    /** Tells whether anybody wants to know; where there is no stack to ask, nobody does. */
    static boolean isOn() {
        try {
            return (boolean) QUESTION.invokeExact();
        } catch (Throwable noStack) {
            return false;
        }
    }

    static synchronized void add(Trace session) {
        Trace[] more = Arrays.copyOf(sessions, sessions.length + 1);
        more[sessions.length] = session;
        set(more);
    }

    static synchronized void remove(Trace session) {
        Trace[] others =
                Arrays.stream(sessions).filter(other -> other != session).toArray(Trace[]::new);
        set(others.length == 0 ? NONE : others);
    }

    private static void set(Trace[] all) {
        areMessagesWanted =
                Arrays.stream(all).anyMatch(session -> session.wants(TraceKind.MESSAGES));
        boolean isOther = (sessions == NONE) != (all == NONE);
        sessions = all;
        if (isOther) {
            ANSWER.setTarget(all == NONE ? OFF : ON);
            MutableCallSite.syncAll(new MutableCallSite[] {ANSWER});
        }
    }

    /** Tells whether a session is told of what happens. */
    static boolean has(Trace session) {
        return Arrays.asList(sessions).contains(session);
    }

    /**
     * Tells what happens, before it does, wherever that can be. What there is no memory or no stack
     * for is dropped: it must not keep the thing itself from happening.
     */
    static void tell(Supplier<? extends TraceEvent.What> event) {
        make(event);
    }

    /** Returns the event that was told; null if it could not be made. */
    private static <E extends TraceEvent.What> E make(Supplier<E> event) {
        try {
            E what = event.get();
            for (Trace session : sessions) {
                session.tell(what);
            }
            return what;
        } catch (VirtualMachineError full) {
            for (Trace session : sessions) {
                session.drop();
            }
            return null;
        }
    }

    /** Has all sessions forget a process of whose end everybody has been told. */
    static void forget(LocalProcess<?> ended) {
        for (Trace session : sessions) {
            session.forget(ended);
        }
    }

    /** Tells that a message sets out, and returns the envelope that tells how it ends. */
    static Envelope send(LocalProcess<?> to, Envelope envelope) {
        try {
            return envelope instanceof TracedEnvelope
                    ? envelope
                    : send(envelope.sender(), to, envelope.kind(), envelope);
        } catch (VirtualMachineError full) {
            return envelope;
        }
    }

    /** Tells that a message sets out whose envelope does not say from whom, or what it is. */
    static Envelope send(
            LocalProcess<?> from, LocalProcess<?> to, MessageKind kind, Envelope envelope) {
        ProcessEvent.Sent sent = sent(from, to, kind, envelope.message());
        return sent == null ? envelope : new TracedEnvelope(envelope, sent);
    }

    /** Tells that a message has been taken. Never fails: its receiver must not lose it. */
    static void taken(ProcessEvent.Sent sent) {
        try {
            if (isOn()) {
                tell(() -> new ProcessEvent.Taken(sent));
            }
        } catch (VirtualMachineError full) {
            // There is no memory for the question.
        }
    }

    /** Tells that nobody is going to take a message. */
    static void lost(ProcessEvent.Sent sent) {
        tell(() -> new ProcessEvent.Lost(sent));
    }

    /** Tells that something sets out; returns null if nobody was told. */
    static ProcessEvent.Sent sent(
            LocalProcess<?> from, LocalProcess<?> to, MessageKind kind, Object message) {
        return areMessagesWanted
                ? make(() ->
                        new ProcessEvent.Sent(
                                LAST_ID.incrementAndGet(),
                                Optional.ofNullable(from),
                                Optional.ofNullable(to),
                                kind,
                                message))
                : null;
    }

    /** Returns the process that runs the current thread, or null if there is none. */
    static LocalProcess<?> currentOrNull() {
        return ProcessTable.of(Thread.currentThread());
    }
}
