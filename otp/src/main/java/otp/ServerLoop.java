package otp;

import java.util.Objects;
import java.util.function.Supplier;

/**
 * What a server's process runs: init, then one message after the other until the server stops.
 *
 * @param <M> the messages that the server understands
 * @param <S> the server's state
 */
final class ServerLoop<M, S> implements Runnable {

    private static final System.Logger LOGGER = System.getLogger("otp");

    private final Supplier<? extends GenServer<M, S>> factory;
    private final ProcessName<M> name;
    private final LocalProcess<?> parent;

    /** Answered with what came of the start. */
    private PendingCall starting = new PendingCall("start");

    private LocalProcess<M> process;
    private GenServer<M, S> server;

    /** The call that is being handled; null while there is none, or once its answer is put off. */
    private PendingCall current;

    private ServerLoop(
            Supplier<? extends GenServer<M, S>> factory,
            ProcessName<M> name,
            LocalProcess<?> parent) {
        this.factory = factory;
        this.name = name;
        this.parent = parent;
    }

    /**
     * Starts a server and waits for its init.
     *
     * @param name the name to register it under, or null
     * @param parent the process to link it to, which is the calling one, or null
     */
    @SuppressWarnings("unchecked")
    static <M, S> Start<M> start(
            Supplier<? extends GenServer<M, S>> factory,
            ProcessName<M> name,
            LocalProcess<?> parent) {
        ProcessTable.checkCaller();
        LocalProcess<?> holder = name == null ? null : ProcessTable.find(name);
        if (holder != null) {
            return new Start.AlreadyStarted<>((Pid<M>) holder);
        }
        ServerLoop<M, S> loop = new ServerLoop<>(factory, name, parent);
        PendingCall starting = loop.starting;
        loop.process = new LocalProcess<>(loop);
        loop.process.unansweredCalls().add(starting);
        if (parent != null) {
            parent.link(loop.process);
        }
        loop.process.start();
        return switch (starting.await(ProcessTable.currentOrNull(), Deadline.NEVER)) {
            case PendingCall.Failure(ExitReason reason) -> new Start.Failed<>(reason);
            case Object start -> (Start<M>) start;
        };
    }

    @Override
    public void run() {
        if (name == null || claimName()) {
            begin(guardedInit());
        }
    }

    /**
     * Registers the process under its name; if somebody else has it, that is what came of the
     * start.
     */
    @SuppressWarnings("unchecked")
    private boolean claimName() {
        LocalProcess<?> holder = ProcessTable.claim(name, process);
        if (holder == process) {
            return true;
        }
        if (holder == null) {
            process.leave(ExitReason.of(name + " was refused, and yet no process has it"));
        } else {
            started(new Start.AlreadyStarted<>((Pid<M>) holder));
        }
        return false;
    }

    private void begin(Init<S> init) {
        switch (init) {
            case Init.Ok<S>(S state) -> {
                started(new Start.Ok<>(process));
                serve(state);
            }
            case Init.Stop<S>(ExitReason reason) -> {
                releaseName();
                process.leave(reason);
            }
            case Init.Ignore<S> _ -> {
                releaseName();
                started(new Start.Ignore<>());
            }
        }
    }

    private void releaseName() {
        if (name != null) {
            ProcessTable.release(name, process);
        }
    }

    private void started(Start<M> start) {
        process.unansweredCalls().remove(starting);
        starting.answer(start);
        starting = null;
    }

    private Init<S> guardedInit() {
        try {
            server = factory.get();
            server.runsIn(this);
            return Objects.requireNonNull(
                    server.init(), "init returned null instead of ok, stop or ignore");
        } catch (Throwable thrown) {
            process.checkNotExiting();
            ExitReason reason = Exit.reasonFor(thrown);
            report(reason, () -> "in init");
            return new Init.Stop<>(reason);
        }
    }

    private void serve(S initial) {
        S state = initial;
        while (true) {
            Envelope envelope = process.mailbox().take();
            switch (react(envelope, state)) {
                case Next.Reply<S>(_, _, S next) -> state = next;
                case Next.NoReply<S>(S next) -> state = next;
                case Next.Stop<S>(ExitReason reason, S last) -> {
                    stop(reason, last, envelope.message());
                    return;
                }
            }
        }
    }

    private Next<S> react(Envelope envelope, S state) {
        current = envelope instanceof PendingCall call ? call : null;
        try {
            Next<S> next = dispatch(envelope, state);
            process.checkNotExiting();
            settleCall(next);
            return next;
        } catch (Throwable thrown) {
            putOffCall();
            process.checkNotExiting();
            return new Next.Stop<>(Exit.reasonFor(thrown), state);
        }
    }

    @SuppressWarnings("unchecked")
    private Next<S> dispatch(Envelope envelope, S state) {
        return switch (envelope) {
            case PendingCall call -> server.handle((M) call.message(), state);
            case Envelope.OfCast cast -> server.handle((M) cast.message(), state);
            case Envelope.OfStop order -> new Next.Stop<>(order.message(), state);
            case Envelope.Plain plain ->
                    plain.message() instanceof ExitMessage(Pid<?> from, ExitReason reason)
                                    && from == parent
                            ? new Next.Stop<>(reason, state)
                            : server.handleInfo(plain.message(), state);
        };
    }

    private void settleCall(Next<S> next) {
        switch (next) {
            case Next.Reply<S>(Call<?> request, Object answer, _) -> {
                if (current == null || current.message() != request) {
                    throw new IllegalStateException(
                            "the reply is to " + request + ", which is not the call being handled");
                }
                current.answer(answer);
            }
            case Next.NoReply<S> _ -> {
                if (current != null) {
                    warnOfNoReply();
                    putOffCall();
                }
            }
            case Next.Stop<S> _ -> putOffCall();
            case null ->
                    throw new NullPointerException(
                            "a callback returned null instead of reply, noreply or stop");
        }
    }

    /** Leaves the call to whoever answers it later: it fails if the server ends before. */
    private void putOffCall() {
        if (current != null) {
            process.unansweredCalls().add(current);
            current = null;
        }
    }

    <R> From<R> takeOver(Call<R> request) {
        if (current == null || current.message() != request) {
            throw new IllegalArgumentException(request + " is not the call that is being handled");
        }
        From<R> from = new From<>(process, current);
        putOffCall();
        return from;
    }

    /** Returns the server, or null if it has not been created yet. */
    GenServer<M, S> server() {
        return server;
    }

    private void stop(ExitReason reason, S state, Object message) {
        ExitReason last = reason;
        // What interrupted the callback is over; terminate may need to wait for something itself.
        Thread.interrupted();
        try {
            server.terminate(reason, state);
        } catch (Throwable thrown) {
            process.checkNotExiting();
            last = Exit.reasonFor(thrown);
        }
        if (process.leave(last)) {
            report(last, () -> "while it handled " + Printed.of(message));
        }
    }

    private void report(ExitReason reason, Supplier<String> occasion) {
        if (!reason.isOrdinary()) {
            CrashReport.ofServer(server, process, reason, occasion.get()).log();
        }
    }

    private void warnOfNoReply() {
        LOGGER.log(
                System.Logger.Level.WARNING,
                "{0} returned noreply for the call {1} without taking over its answer with from():"
                        + " the caller waits in vain",
                server.getClass().getSimpleName(),
                current.message());
    }
}
