package otp.conformance.servers;

import otp.Call;
import otp.Cast;
import otp.Exit;
import otp.ExitMessage;
import otp.ExitReason;
import otp.Init;
import otp.Next;
import otp.Pid;
import otp.Processes;
import otp.ServerRef;
import otp.conformance.Terms;
import otp.conformance.Tracer;
import otp.conformance.processes.Actor;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.List;

/** A server that handles each request as the request itself says. */
final class Server extends ProgrammedServer {

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

    /** Sent before a release, so that a queue has something in it to the end. */
    record Bell() {}

    private final ServerPlan plan;

    private final boolean isAskedByOrder;

    Server(ServerPlan plan, String reference, Tracer tracer, boolean isAskedByOrder) {
        super(reference, tracer);
        this.plan = plan;
        this.isAskedByOrder = isAskedByOrder;
    }

    @Override
    protected Init<Standing> init() {
        Processes.trapExits(plan.trapsExits());
        tracer.watch(new LivingServer(reference, Processes.self(), isAskedByOrder));
        return switch (plan.outcome()) {
            case "ok" -> ok(Standing.AT_FIRST);
            case "ignore" -> ignore();
            case "stop" -> stop(plan.reasonOr("no_use"));
            case "raise" -> throw new IllegalStateException("no start");
            case "exit" -> throw new Exit(plan.reasonOr("gone"));
            case "go_on" -> {
                tracer.busy(reference);
                yield ok(begun(plan.program(), Standing.AT_FIRST), plan.program().action());
            }
            case String other -> throw new IllegalArgumentException("no such outcome: " + other);
        };
    }

    @Override
    protected Next<Standing> handle(Object message, Standing state) {
        Standing now = disturbed(state);
        return switch (message) {
            case Ping ping -> reply(ping, "pong", now);
            case Question question -> answer(question, now);
            case Order order -> obey(order, now);
            default -> throw new IllegalArgumentException("unexpected: " + message);
        };
    }

    @Override
    Next<Standing> take(Object message, Standing state) {
        switch (message) {
            case ExitMessage(Pid<?> from, ExitReason reason) -> note("got", "exit", from, reason);
            case Actor.Text(Pid<?> from, String text) -> note("got", "message", from, text);
            case Bell _ -> {}
            default -> throw new IllegalArgumentException("unexpected: " + message);
        }
        return noreply(state);
    }

    @Override
    protected void terminate(ExitReason reason, Standing state) {
        note("terminate", reason);
        if (plan.failsToTerminate()) {
            throw new IllegalStateException("bad goodbye");
        }
    }

    private Next<Standing> answer(Question question, Standing state) {
        return switch (question.what().get(0).asString()) {
            case "who" -> reply(question, reference, state);
            case "answer_and_stop" -> {
                reply(from(question), "bye");
                yield stop(Terms.reason(question.what().get(1)), state);
            }
            case "answer_and_go_on" -> {
                Program program = new Program(question.what().get(1));
                yield reply(question, reference, begun(program, state), program.action());
            }
            case "go_on" -> {
                Standing now = putOff(question, state);
                Program program = new Program(question.what().get(1));
                yield noreply(begun(program, now), program.action());
            }
            case "defer" -> noreply(putOff(question, state));
            case "forget" -> noreply(with(question, state)); // The caller's timeout is short.
            case "ask" -> {
                tracer.await(question.caller(), reference);
                Object answer = ask(question);
                tracer.awaitNoMore(question.caller(), reference);
                yield reply(question, List.of(reference, answer), state);
            }
            case "ask_itself" -> {
                call(Processes.<Object>self(), new Ping());
                yield noreply(state);
            }
            default -> end(question.what(), state);
        };
    }

    private Standing putOff(Question question, Standing state) {
        note("deferred", question.caller());
        tracer.await(question.caller(), reference);
        tracer.settle(question.number());
        return with(question, state);
    }

    private Standing with(Question question, Standing state) {
        return state.with(
                new Standing.Deferred(question.number(), question.caller(), from(question)));
    }

    private Object ask(Question question) {
        JsonNode what = Lists.after(2, question.what());
        return call(
                question.other(), new Question(question.number(), reference, what, null), FOREVER);
    }

    private Next<Standing> obey(Order order, Standing state) {
        return switch (order.what().get(0).asString()) {
            case "answer" -> noreply(answered(state));
            case "go_on" -> {
                Program program = new Program(order.what().get(1));
                yield noreply(begun(program, state), program.action());
            }
            case "hold" -> {
                note("holds");
                tracer.hold(reference);
                tracer.settle(order.number());
                Processes.receive(Release.class);
                yield noreply(state);
            }
            default -> end(order.what(), state);
        };
    }
}
