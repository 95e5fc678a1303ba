package otp.conformance;

import otp.Call;
import otp.Down;
import otp.GenServer;
import otp.Init;
import otp.Next;
import otp.Pid;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Knows every process of a scenario: numbers the starts of each path, watches who was started, and
 * keeps what they note until the end of the step. It has a process of its own, which every method
 * asks and waits for.
 *
 * @param pid the tracer's process
 */
public record Tracer(Pid<Request<?>> pid) {

    record Request<R>(Function<Log, R> work) implements Call<R> {}

    private static final class Server extends GenServer<Request<?>, Log> {

        @Override
        protected Init<Log> init() {
            return ok(new Log());
        }

        @Override
        protected Next<Log> handle(Request<?> request, Log log) {
            return answer(request, log);
        }

        private static <R> Next<Log> answer(Request<R> request, Log log) {
            return reply(request, request.work().apply(log), log);
        }

        @Override
        protected Next<Log> handleInfo(Object message, Log log) {
            if (message instanceof Down(_, Pid<?> process, var reason)) {
                log.died(process, reason);
            }
            return noreply(log);
        }
    }

    /** Starts a tracer. */
    public static Tracer start() {
        return new Tracer(GenServer.start(Server::new).pid());
    }

    /** Ends the tracer. */
    public void stop() {
        GenServer.stop(pid);
    }

    /** Returns the reference of the next start of a path. */
    public String nextReference(String path) {
        return path + "#" + ask(log -> log.numberOfStart(path));
    }

    /** Notes the end of a process, when it comes. */
    public void watch(Watched process) {
        perform(log -> log.watch(process));
    }

    /** Keeps an event; those of one group stay in order. */
    public void note(Event event) {
        perform(log -> log.note(event));
    }

    /** Returns the living processes, by reference. */
    public List<Watched> living() {
        return ask(Log::living);
    }

    /** Returns the process that was started last at a path, if it is alive. */
    public Optional<Watched> atPath(String path) {
        return ask(log -> log.atPath(path));
    }

    /** Returns the process that was started last at a path, dead or alive. */
    public Optional<Pid<?>> pidOf(String path) {
        return ask(log -> log.pidOf(path));
    }

    /** Returns the process with a reference, dead or alive. */
    public Optional<Pid<?>> withReference(String reference) {
        return ask(log -> log.withReference(reference));
    }

    /** Returns a value as the trace shows it. */
    public Object shown(Object value) {
        return new Terms(ask(Log::references)).encode(value);
    }

    /** Says that a process answers nobody until further notice, or until another's end. */
    public void await(String waiter, String other) {
        perform(log -> log.await(waiter, other));
    }

    /** Says that a process waits no more, if it was that other one that it waited for. */
    public void awaitNoMore(String waiter, String other) {
        perform(log -> log.awaitNoMore(waiter, other));
    }

    /** Returns who waits, and for whom. */
    public Map<String, String> waiting() {
        return ask(Log::waiting);
    }

    /** Says that a process is held: it takes no message from its mailbox until it is released. */
    public void hold(String reference) {
        await(reference, Log.queueOf(reference));
    }

    /** Says that a process waits until another one that is held takes its message. */
    public void awaitInQueue(String waiter, String held) {
        await(waiter, Log.queueOf(held));
    }

    /** Tells whether a process is held. */
    public boolean isHeld(String reference) {
        return Log.queueOf(reference).equals(waiting().get(reference));
    }

    /** Says that a server is suspended until {@link #resume}, or its end. */
    public void suspend(Pid<?> server) {
        perform(log -> log.suspend(server));
    }

    /** Tells whether a server is suspended. */
    public boolean isSuspended(String reference) {
        return ask(log -> log.suspended().contains(reference));
    }

    /** Says that a process waits until a server that is suspended takes its message. */
    public void awaitResumption(String waiter, String suspended) {
        await(waiter, Log.resumptionOf(suspended));
    }

    /** Says that a server is suspended no more, and serves those who have waited for that. */
    public void resume(String suspended) {
        perform(log -> log.suspended().remove(suspended));
        serve(Log.resumptionOf(suspended));
    }

    /** Says that a process is held no more, and serves those who have waited for that. */
    public void release(String held) {
        serve(Log.queueOf(held));
    }

    private void serve(String queue) {
        waiting()
                .forEach((waiter, other) -> {
                    if (other.equals(queue)) {
                        awaitNoMore(waiter, queue);
                    }
                });
    }

    /** Says that a server is busy until {@link #rest}, or its end: it must not be disturbed. */
    public void busy(String reference) {
        perform(log -> log.busy().add(reference));
    }

    /** Says that a server is busy no more. */
    public void rest(String reference) {
        perform(log -> log.busy().remove(reference));
    }

    /** Tells whether a server is busy. */
    public boolean isBusy(String reference) {
        return ask(log -> log.busy().contains(reference));
    }

    /** Returns the number of a request. */
    public int nextRequest() {
        return ask(log -> log.numberOfStart("request"));
    }

    /** Says that a request is done, or that its caller waits until further notice. */
    public void settle(int request) {
        perform(log -> log.settle(request));
    }

    /** Tells whether {@link #settle} has been called for a request. */
    public boolean isSettled(int request) {
        return ask(log -> log.isSettled(request));
    }

    /** Returns how much has been noted so far: it is the same again if nothing has happened. */
    int size() {
        return ask(Log::size);
    }

    /** Returns what happened since the last step, with the result of this one. */
    Step close(Object result) {
        return ask(log -> log.close(result));
    }

    private void perform(Consumer<Log> work) {
        ask(log -> {
            work.accept(log);
            return true;
        });
    }

    private <R> R ask(Function<Log, R> work) {
        return GenServer.call(pid, new Request<>(work));
    }
}
