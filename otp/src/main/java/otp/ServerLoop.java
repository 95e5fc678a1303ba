package otp;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a server's process runs: init, then one message after the other until the server stops.
 * Without a message, the process hibernates.
 *
 * @param <M> the messages that the server understands
 * @param <S> the server's state
 */
final class ServerLoop<M, S> implements Body {

    private final LocalProcess<M> process;
    private final LocalProcess<?> parent;

    /** What to do first; null once it has been done. */
    private ServerStart<M, S> start;

    private GenServer<M, S> server;
    private S state;
    private Action action;

    /** The name under which the server was started; null if it was under none. */
    private final ProcessName<?> name;

    /** What to do beside each message; null until {@link Sys} asks for something. */
    private SystemWatch watch;

    /** The call that is being handled; null while there is none, or once its answer is put off. */
    private PendingCall current;

    /**
     * Creates the loop and its process, which is to be started.
     *
     * @param starter the process that starts it, or null if that is none
     * @param parent the starter, if the two are linked; or null: as in Erlang, it is its own then
     */
    ServerLoop(ServerStart<M, S> start, LocalProcess<?> starter, LocalProcess<?> parent) {
        this.start = start;
        this.name = start.name();
        this.process = new LocalProcess<>(this, starter);
        this.parent = parent == null ? process : parent;
    }

    LocalProcess<M> process() {
        return process;
    }

    /** Returns the server that a process runs; nothing if it runs none, or none yet. */
    static Optional<GenServer<?, ?>> serverOf(LocalProcess<?> process) {
        return process.body() instanceof ServerLoop<?, ?> loop
                ? Optional.ofNullable(loop.server)
                : Optional.empty();
    }

    @Override
    public String label() {
        return Optional.ofNullable(server).map(GenServer::label).orElse("Process");
    }

    @Override
    public List<ProcessName<?>> startNames() {
        return name instanceof Via<?> key ? List.of(key) : List.of();
    }

    @Override
    public boolean isSuspended() {
        SystemWatch current = watch;
        return current != null && current.isSuspended();
    }

    GenServer<M, S> create(Supplier<? extends GenServer<M, S>> factory) {
        server = factory.get();
        server.runsIn(this);
        if (Tracing.isOn()) {
            Tracing.tell(() -> new ProcessEvent.RunsServer(process, server.label()));
        }
        return server;
    }

    @Override
    public boolean run() {
        return start == null ? serve() : begin();
    }

    private boolean begin() {
        Init.Ok<S> init = start.begin(this);
        start = null;
        if (init == null) {
            return false;
        }
        state = init.state();
        action = init.action();
        // Nobody has been answered yet, and so nobody is likely to ask again at once.
        boolean hibernatesAtOnce = action instanceof Action.Await && process.hibernate();
        return hibernatesAtOnce || serve();
    }

    private boolean serve() {
        while (true) {
            Envelope envelope = next();
            if (envelope == null) {
                return true;
            }
            Object message = envelope.message();
            switch (react(envelope, message)) {
                case Next.Reply<S>(_, _, S next, Action after) -> goOn(next, after);
                case Next.NoReply<S>(S next, Action after) -> goOn(next, after);
                case Next.Stop<S>(ExitReason reason, S last) -> {
                    stop(reason, last, message);
                    return false;
                }
            }
        }
    }

    private void goOn(S next, Action after) {
        state = next;
        action = after;
    }

    /** Returns what to react to; null if there is nothing, and the process hibernates. */
    private Envelope next() {
        return switch (action) {
            case Action.Await _ -> process.mailbox().takeOrHibernate();
            case Action.AwaitFor(Duration timeout) -> await(Deadline.after(timeout));
            case Action.Continue(Object argument) -> {
                process.giveWay(); // A server may go on like that for ever.
                yield new Envelope.OfContinue(argument);
            }
        };
    }

    private Envelope await(long deadline) {
        Envelope envelope = process.mailbox().take(_ -> true, deadline);
        if (envelope != null) {
            return envelope;
        }
        process.checkNotExiting();
        return new Envelope.Plain(new Timeout());
    }

    private Next<S> react(Envelope envelope, Object message) {
        current = envelope instanceof PendingCall call ? call : null;
        try {
            if (watch != null) {
                watch.taken(envelope);
            }
            Next<S> next = dispatch(envelope);
            process.checkNotExiting();
            settleCall(next, envelope, message);
            // An idle server must not keep what it was asked last, and has answered.
            current = null;
            return next;
        } catch (Throwable thrown) {
            putOffCall();
            process.checkNotExiting();
            return new Next.Stop<>(Exit.reasonFor(thrown), state);
        }
    }

    @SuppressWarnings("unchecked")
    private Next<S> dispatch(Envelope envelope) throws Exception {
        return switch (envelope) {
            case PendingCall call -> server.handle((M) call.message(), state);
            case Envelope.OfCast cast -> server.handle((M) cast.message(), state);
            case Envelope.OfContinue order -> server.handleContinue(order.message(), state);
            case Envelope.OfStop order -> {
                order.take();
                yield new Next.Stop<>(order.message(), state);
            }
            case Envelope.Plain plain ->
                    plain.message() instanceof ExitMessage(Pid<?> from, ExitReason reason)
                                    && from == parent
                            ? new Next.Stop<>(reason, state)
                            : server.handleInfo(plain.message(), state);
            case SystemEnvelope order -> new SystemOrders<>(this).obey(order);
            case TracedEnvelope traced -> dispatch(traced.taken());
        };
    }

    private void settleCall(Next<S> next, Envelope envelope, Object message) {
        switch (next) {
            case Next.Reply<S>(Call<?> request, Object answer, _, _) -> {
                if (!(envelope instanceof PendingCall call) || message != request) {
                    throw new IllegalStateException(
                            "the reply is to "
                                    + Printed.of(request)
                                    + ", which is not the call being handled");
                }
                if (process.mailbox().isCrowded()) {
                    call.answerInCrowd(answer);
                } else {
                    call.answer(answer);
                }
                if (watch != null) {
                    watch.answered();
                }
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
            current.putOff(process.lifeline().unansweredCalls());
            current = null;
        }
    }

    /** Returns the watch, which there is from now on. */
    SystemWatch watch() {
        if (watch == null) {
            watch = new SystemWatch(process);
        }
        return watch;
    }

    /** Returns what goes on as if nothing had come; a timeout begins anew, as in Erlang. */
    Next<S> asBefore() {
        return new Next.NoReply<>(state, action);
    }

    GenServer<M, S> server() {
        return server;
    }

    LocalProcess<?> parent() {
        return parent;
    }

    S state() {
        return state;
    }

    void state(S replaced) {
        state = replaced;
    }

    <R> From<R> takeOver(Call<R> request) {
        // Another process would race the callback, which may be over by then.
        boolean isOurs = Thread.currentThread() == process.thread();
        if (!isOurs || current == null || current.message() != request) {
            throw new IllegalArgumentException(
                    Printed.of(request) + " is not the call that this process is handling");
        }
        From<R> from = new From<>(current, request);
        putOffCall();
        return from;
    }

    private void stop(ExitReason reason, S last, Object message) {
        ExitReason failure = terminate(reason, last);
        boolean leaves = process.lifeline().leave(failure == null ? reason : failure);
        if (leaves && failure != null) {
            // Whatever the reason, as in Erlang: what terminate had to do is not done.
            report(failure, () -> "in terminate, after " + Printed.of(message));
        } else if (leaves && !reason.isOrdinary()) {
            report(reason, () -> "while it handled " + Printed.of(message));
        }
    }

    /** Returns the reason for which terminate failed; null if it did not. */
    private ExitReason terminate(ExitReason reason, S last) {
        // What interrupted the callback is over; terminate may need to wait for something itself.
        Thread.interrupted();
        try {
            server.terminate(reason, last);
            return null;
        } catch (Throwable thrown) {
            process.checkNotExiting();
            return Exit.reasonFor(thrown);
        }
    }

    void report(ExitReason reason, Supplier<String> occasion) {
        CrashReport.log(() -> CrashReport.ofServer(server, process, reason, occasion.get()));
    }

    private void warnOfNoReply() {
        Object request = current.message();
        Log.warning(() ->
                "%s returned noreply for the call %s without taking over its answer with from(): the caller waits in vain"
                        .formatted(Printed.simpleName(server), Printed.of(request)));
    }
}
