package otp;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * What a supervisor knows about a child before it runs.
 *
 * @param id tells the child from the supervisor's other children
 * @param start starts the child, linked to the supervisor: it runs in the supervisor's process
 * @param restart when the child is started again
 * @param significant whether the end of the child may be the supervisor's own: see {@link
 *     AutoShutdown}. A {@link DynamicSupervisor} ignores it.
 * @param shutdown how the child is ended
 * @param type whether the child is a supervisor itself
 * @param <M> the messages that the child understands
 */
public record ChildSpec<M>(
        Object id,
        Supplier<Start<M>> start,
        Restart restart,
        boolean significant,
        Shutdown shutdown,
        Type type) {

    /** What kind of process a child is; it changes nothing but what is told of it. */
    public enum Type {
        /** An ordinary process. */
        WORKER,

        /** A supervisor. */
        SUPERVISOR
    }

    static final String NO_ID = "a child needs an id";

    /** Creates a specification; nothing may be null. */
    public ChildSpec {
        Objects.requireNonNull(id, NO_ID);
        Objects.requireNonNull(start, "a child needs a function that starts it");
        Objects.requireNonNull(restart, "a child needs a restart type");
        Objects.requireNonNull(shutdown, "a child needs a shutdown");
        Objects.requireNonNull(type, "a child needs a type");
    }

    /** Specifies a permanent worker that has 5 seconds to shut down. */
    public static <M> ChildSpec<M> worker(Object id, ThrowingSupplier<Start<M>> start) {
        return worker(id, (Supplier<Start<M>>) start);
    }

    /** Specifies a worker as {@link #worker(Object, ThrowingSupplier)} does. */
    public static <M> ChildSpec<M> worker(Object id, Supplier<Start<M>> start) {
        Shutdown shutdown = Shutdown.after(Duration.ofSeconds(5));
        return new ChildSpec<>(id, start, Restart.PERMANENT, false, shutdown, Type.WORKER);
    }

    /** Specifies a permanent supervisor that may take any time to shut down. */
    public static <M> ChildSpec<M> supervisor(Object id, ThrowingSupplier<Start<M>> start) {
        return supervisor(id, (Supplier<Start<M>>) start);
    }

    /** Specifies a supervisor as {@link #supervisor(Object, ThrowingSupplier)} does. */
    public static <M> ChildSpec<M> supervisor(Object id, Supplier<Start<M>> start) {
        return new ChildSpec<>(
                id, start, Restart.PERMANENT, false, Shutdown.INFINITY, Type.SUPERVISOR);
    }

    /** Returns this specification with another id. */
    public ChildSpec<M> withId(Object other) {
        return new ChildSpec<>(other, start, restart, significant, shutdown, type);
    }

    /** Returns this specification with another restart type. */
    public ChildSpec<M> withRestart(Restart other) {
        return new ChildSpec<>(id, start, other, significant, shutdown, type);
    }

    /** Returns this specification of a child that is, or is not, significant; most are not. */
    public ChildSpec<M> withSignificant(boolean other) {
        return new ChildSpec<>(id, start, restart, other, shutdown, type);
    }

    /** Returns this specification with another shutdown. */
    public ChildSpec<M> withShutdown(Shutdown other) {
        return new ChildSpec<>(id, start, restart, significant, other, type);
    }

    /**
     * Returns this specification of a child that is never started again, and keeps nothing of it.
     */
    ChildSpec<M> withoutStart() {
        return new ChildSpec<>(id, ChildSpec::undefined, restart, significant, shutdown, type);
    }

    private static <M> Start<M> undefined() {
        return new Start.Failed<>(ExitReason.of("undefined"));
    }

    /** Starts the child; whatever the function throws or returns wrongly is a failed start. */
    Start<M> run() {
        try {
            return Objects.requireNonNull(start.get(), "the start function returned null");
        } catch (Killed killed) {
            throw killed;
        } catch (Throwable thrown) {
            return new Start.Failed<>(Exit.reasonFor(thrown));
        }
    }

    /** Returns what a person wants to read of it: a function has no text. */
    @Override
    public String toString() {
        String kind = significant ? "significant " + inSmallLetters(type) : inSmallLetters(type);
        return "ChildSpec[%s, %s %s]".formatted(Printed.of(id), inSmallLetters(restart), kind);
    }

    private static String inSmallLetters(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
