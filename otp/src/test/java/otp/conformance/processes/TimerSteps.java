package otp.conformance.processes;

import otp.Processes;
import otp.ServerRef;
import otp.Timer;
import otp.conformance.Quiet;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** What actors do with timers, and with the messages in their own mailbox. */
final class TimerSteps {

    /** Never passes. */
    private static final Duration LONG = Duration.ofHours(1);

    private static final Duration SHORT = Duration.ofMillis(1);

    private TimerSteps() {}

    /** Returns what an actor does in a step; nothing if there is no such target. */
    static Optional<Actor.Task> task(
            JsonNode step, Function<JsonNode, Optional<ServerRef<Object>>> target) {
        JsonNode argument = step.path(2);
        return switch (step.get(0).asString()) {
            case "set_timer" ->
                    target.apply(argument)
                            .map(to ->
                                    actor -> {
                                        actor.timers().add(Processes.sendAfter(to, "never", LONG));
                                        return "ok";
                                    });
            case "cancel_timer" ->
                    Optional.of(actor -> ask(actor, argument, Processes::cancelTimer));
            case "read_timer" -> Optional.of(actor -> ask(actor, argument, Processes::readTimer));
            case "send_after" -> {
                String text = step.get(3).asString();
                yield target.apply(argument).map(to -> _ -> sendSoon(to, text));
            }
            case "pick" -> Optional.of(_ -> pick(argument, step.get(3).asString()));
            case "monitor_and_flush" -> target.apply(argument).map(to -> _ -> monitorAndFlush(to));
            case String other -> throw new IllegalArgumentException("no such step: " + other);
        };
    }

    /** Whether it is in time is luck: Erlang learns of an end some time later. */
    private static Object monitorAndFlush(ServerRef<Object> process) {
        Processes.demonitorAndFlush(Processes.monitor(process));
        return "ok";
    }

    private static Object ask(
            Actor actor, JsonNode number, Function<Timer, Optional<Duration>> question) {
        if (number.asInt() >= actor.timers().size()) {
            return "none";
        }
        return question.apply(actor.timers().get(number.asInt())).isPresent() ? "left" : "over";
    }

    /** Sends a text by a timer, and waits until that is over. */
    private static Object sendSoon(ServerRef<Object> to, String text) {
        Object message = new Actor.Text(Processes.self(), text);
        Timer timer = Processes.sendAfter(to, message, SHORT);
        while (Processes.readTimer(timer).isPresent()) {
            Quiet.pause();
        }
        return "ok";
    }

    /** Sends the calling actor texts, and has it take one out of its mailbox by value. */
    private static Object pick(JsonNode texts, String wanted) {
        texts.forEach(text -> Actor.say(Processes.self(), text.asString()));
        return Processes.receive(
                        Actor.Text.class, text -> text.value().equals(wanted), Duration.ZERO)
                .map(Actor.Text::value)
                .orElse("none");
    }
}
