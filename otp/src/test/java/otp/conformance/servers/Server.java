package otp.conformance.servers;

import otp.Call;
import otp.Cast;
import otp.Exit;
import otp.ExitMessage;
import otp.ExitReason;
import otp.From;
import otp.GenServer;
import otp.Init;
import otp.Next;
import otp.Pid;
import otp.Processes;
import otp.ServerRef;
import otp.conformance.Event;
import otp.conformance.Group;
import otp.conformance.Terms;
import otp.conformance.Tracer;
import otp.conformance.processes.Actor;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.List;

/** A server that handles each request as the request itself says. */
final class Server extends GenServer<Object, List<Server.Deferred>> {

    private static final Duration FOREVER = Duration.ofDays(1);

    /**
     * A call.
     *
     * @param number the number of the request
     * @param caller the reference of the caller
     * @param what what to do
     * @param other the server to ask, if that is what to do
     */
    record Question(int number, String caller, JsonNode what, ServerRef<Object> other)
            implements Call<Object> {}

    /** A cast, as {@link Question}. */
    record Order(int number, JsonNode what) implements Cast {}

    /** Asks for any answer. */
    record Ping() implements Call<Object> {}

    /** Lets a server go on that is held. */
    record Release() {}

    /** A call that has not been answered yet. */
    record Deferred(int number, String caller, From<Object> from) {}

    private final ServerPlan plan;
    private final String reference;
    private final Tracer tracer;

    Server(ServerPlan plan, String reference, Tracer tracer) {
        this.plan = plan;
        this.reference = reference;
        this.tracer = tracer;
    }

    @Override
    protected Init<List<Deferred>> init() {
        Processes.trapExits(plan.trapsExits());
        tracer.watch(new LivingServer(reference, Processes.self()));
        return switch (plan.outcome()) {
            case "ok" -> ok(List.of());
            case "ignore" -> ignore();
            case "stop" -> stop(ExitReason.of("no_use"));
            case "raise" -> throw new IllegalStateException("no start");
            case "exit" -> throw new Exit(ExitReason.of("gone"));
            case String other -> throw new IllegalArgumentException("no such outcome: " + other);
        };
    }

    @Override
    protected Next<List<Deferred>> handle(Object message, List<Deferred> deferred) {
        return switch (message) {
            case Ping ping -> reply(ping, "pong", deferred);
            case Question question -> answer(question, deferred);
            case Order order -> obey(order, deferred);
            default -> throw new IllegalArgumentException("unexpected: " + message);
        };
    }

    private Next<List<Deferred>> answer(Question question, List<Deferred> deferred) {
        return switch (question.what().get(0).asString()) {
            case "who" -> reply(question, reference, deferred);
            case "answer_and_stop" -> {
                reply(from(question), "bye");
                yield stop(Terms.reason(question.what().get(1)), deferred);
            }
            case "defer" -> {
                note("deferred", question.caller());
                tracer.await(question.caller(), reference);
                tracer.settle(question.number());
                yield noreply(with(question, deferred));
            }
            case "forget" -> noreply(with(question, deferred)); // The caller's timeout is short.
            case "ask" -> {
                tracer.await(question.caller(), reference);
                Object answer = ask(question);
                tracer.awaitNoMore(question.caller(), reference);
                yield reply(question, List.of(reference, answer), deferred);
            }
            default -> end(question.what(), deferred);
        };
    }

    private List<Deferred> with(Question question, List<Deferred> deferred) {
        var call = new Deferred(question.number(), question.caller(), from(question));
        return Lists.with(call, deferred);
    }

    private Object ask(Question question) {
        JsonNode what = Lists.after(2, question.what());
        return call(
                question.other(), new Question(question.number(), reference, what, null), FOREVER);
    }

    private Next<List<Deferred>> obey(Order order, List<Deferred> deferred) {
        return switch (order.what().get(0).asString()) {
            case "answer" -> {
                deferred.forEach(this::answerLate);
                yield noreply(List.of());
            }
            case "hold" -> {
                note("holds");
                tracer.hold(reference);
                tracer.settle(order.number());
                Processes.receive(Release.class);
                yield noreply(deferred);
            }
            default -> end(order.what(), deferred);
        };
    }

    private void answerLate(Deferred call) {
        tracer.awaitNoMore(call.caller(), reference);
        reply(call.from(), List.of("late", call.number()));
    }

    private Next<List<Deferred>> end(JsonNode what, List<Deferred> deferred) {
        return switch (what.get(0).asString()) {
            case "stop" -> stop(Terms.reason(what.get(1)), deferred);
            case "raise" -> throw new IllegalStateException(what.get(1).asString());
            case "exit" -> throw new Exit(Terms.reason(what.get(1)));
            case "ask_itself" -> {
                call(Processes.<Object>self(), new Ping());
                yield noreply(deferred);
            }
            case String other -> throw new IllegalArgumentException("no such request: " + other);
        };
    }

    @Override
    protected Next<List<Deferred>> handleInfo(Object message, List<Deferred> deferred) {
        switch (message) {
            case ExitMessage(Pid<?> from, ExitReason reason) -> note("got", "exit", from, reason);
            case Actor.Text(Pid<?> from, String text) -> note("got", "message", from, text);
            default -> throw new IllegalArgumentException("unexpected: " + message);
        }
        return noreply(deferred);
    }

    @Override
    protected void terminate(ExitReason reason, List<Deferred> deferred) {
        note("terminate", reason);
        if (plan.failsToTerminate()) {
            throw new IllegalStateException("bad goodbye");
        }
    }

    private void note(String kind, Object... details) {
        tracer.note(Event.of(new Group(reference, true), kind, reference, details));
    }
}
