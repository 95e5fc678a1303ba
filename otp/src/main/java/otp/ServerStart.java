package otp;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * The start of a server: what somebody asks for and waits for, and what the new process does first.
 *
 * @param <M> the messages that the server understands
 * @param <S> the server's state
 */
final class ServerStart<M, S> {

    private final Supplier<? extends GenServer<M, S>> factory;
    private final ProcessName<M> name;
    private final PendingCall starting = new PendingCall("start");

    /**
     * What the server itself decided that comes of the start, if it does not run: told when its end
     * is announced. A signal may have ended it before it could decide.
     */
    private volatile Start<M> refusal;

    private ServerStart(Supplier<? extends GenServer<M, S>> factory, ProcessName<M> name) {
        this.factory = factory;
        this.name = name;
    }

    /**
     * Starts a server and waits for its init.
     *
     * @param name the name to register it under, or null
     * @param parent the process to link it to, which is the calling one, or null
     * @param timeout how long to wait
     */
    @SuppressWarnings("unchecked")
    static <M, S> Start<M> of(
            Supplier<? extends GenServer<M, S>> factory,
            ProcessName<M> name,
            LocalProcess<?> parent,
            Duration timeout) {
        Deadline.check(timeout);
        LocalProcess<?> starter = parent == null ? ProcessTable.currentOrNull() : parent;
        LocalProcess<?> holder = name == null ? null : ProcessTable.find(name);
        if (holder != null) {
            return new Start.AlreadyStarted<>((Pid<M>) holder);
        }
        ServerStart<M, S> start = new ServerStart<>(factory, name);
        LocalProcess<M> process = new ServerLoop<>(start, starter, parent).process();
        start.starting.putOff(process.lifeline().unansweredCalls());
        if (parent != null) {
            parent.lifeline().link(process);
        }
        process.start();
        Object outcome = start.starting.await(starter, timeout);
        ProcessTable.checkCaller();
        if (outcome instanceof PendingCall.Failure(ExitReason reason)) {
            if (start.refusal != null) {
                return start.refusal;
            }
            start.giveUp(process, parent);
            return new Start.Failed<>(reason);
        }
        return (Start<M>) outcome;
    }

    /**
     * Sees to it that nothing is left of a server that has taken too long, or that was ended by a
     * signal before it could decide: the failed start says all that there is to say.
     */
    private void giveUp(LocalProcess<?> process, LocalProcess<?> parent) {
        if (parent != null) {
            parent.lifeline().unlink(process);
            parent.mailbox()
                    .poll(message ->
                            message instanceof ExitMessage(Pid<?> from, _) && from == process);
        }
        Processes.exit(process, ExitReason.KILL);
    }

    /** Returns the name to register the server under; null if there is none. */
    ProcessName<M> name() {
        return name;
    }

    /** Begins in the new process; returns null if the server does not run, and has to end. */
    Init.Ok<S> begin(ServerLoop<M, S> loop) {
        return name == null || claimName(loop.process()) ? decide(guardedInit(loop), loop) : null;
    }

    /**
     * Registers the process under its name; if somebody else has it, that is what came of the
     * start.
     */
    @SuppressWarnings("unchecked")
    private boolean claimName(LocalProcess<M> process) {
        LocalProcess<?> holder = ProcessTable.claim(name, process);
        if (holder == process) {
            return true;
        }
        if (holder == null) {
            fail(process, ExitReason.of(name + " was refused, and yet no process has it"));
        } else {
            refusal = new Start.AlreadyStarted<>((Pid<M>) holder);
        }
        return false;
    }

    private Init<S> guardedInit(ServerLoop<M, S> loop) {
        try {
            return Objects.requireNonNull(
                    loop.create(factory).init(),
                    "init returned null instead of ok, stop or ignore");
        } catch (Throwable thrown) {
            loop.process().checkNotExiting();
            return new Init.Stop<>(Exit.reasonFor(thrown));
        }
    }

    private Init.Ok<S> decide(Init<S> init, ServerLoop<M, S> loop) {
        LocalProcess<M> process = loop.process();
        process.checkNotExiting();
        return switch (init) {
            case Init.Ok<S> ok -> {
                starting.answer(new Start.Ok<>(process));
                yield ok;
            }
            case Init.Stop<S>(ExitReason reason) -> {
                if (!reason.isOrdinary()) {
                    loop.report(reason, () -> "in init");
                }
                releaseName(process);
                fail(process, reason);
                yield null;
            }
            case Init.Ignore<S> _ -> {
                releaseName(process);
                refusal = new Start.Ignore<>();
                yield null;
            }
        };
    }

    private void releaseName(LocalProcess<M> process) {
        if (name != null) {
            ProcessTable.release(name, process);
        }
    }

    /** Fails the start once the end of the process has been announced. */
    private void fail(LocalProcess<M> process, ExitReason reason) {
        process.lifeline().leave(reason);
        refusal = new Start.Failed<>(process.lifeline().exiting());
    }
}
