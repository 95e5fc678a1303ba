package otp.conformance.processes;

import otp.Down;
import otp.EtsTransfer;
import otp.Exit;
import otp.ExitMessage;
import otp.ExitReason;
import otp.Monitor;
import otp.Name;
import otp.Pid;
import otp.Processes;
import otp.ServerRef;
import otp.Timer;
import otp.Via;
import otp.conformance.Event;
import otp.conformance.Group;
import otp.conformance.Tracer;
import otp.conformance.Watched;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** A plain process that does as it is told, and tells of every other message that it gets. */
public final class Actor {

    private static final Duration PATIENCE = Duration.ofMillis(100);

    private final String reference;
    private final Tracer tracer;
    private final List<Monitor> monitors = new ArrayList<>();

    /** The processes of those monitors that have not been answered. */
    private final Map<Monitor, Pid<?>> awaited = new HashMap<>();

    private final List<Timer> timers = new ArrayList<>();

    /** What it takes out of its mailbox by itself. */
    private final Predicate<Object> taken;

    private boolean isFinished;

    private Actor(String reference, Tracer tracer, Predicate<Object> taken) {
        this.reference = reference;
        this.tracer = tracer;
        this.taken = taken;
    }

    /** What an actor runs: it returns the answer, or does not return at all. */
    @FunctionalInterface
    public interface Task extends Function<Actor, Object> {}

    /** A task, and who waits for its answer. */
    private record Order(Task task, Pid<Object> from) {}

    private record Answer(Order to, Object value) {}

    /** What {@link #say} sends. */
    public record Text(Pid<?> from, String value) {}

    /** An actor that is alive. */
    public record Living(String reference, Pid<Object> pid) implements Watched {
        /** It may begin to wait for another process before it answers: then it is left alone. */
        @Override
        public void ping() {
            if (ask(pid, Actor::hasHeardOfAllEnds, PATIENCE).equals(false)) {
                throw new Exit(ExitReason.TIMEOUT);
            }
        }
    }

    /** Starts an actor with a spawning function, and has it watched. */
    public static String start(Tracer tracer, String id, Function<Runnable, Pid<Object>> spawn) {
        return start(tracer, id, spawn, _ -> true);
    }

    /** Starts an actor that leaves in its mailbox what tells of ends, and of the work of tasks. */
    public static String startOwner(Tracer tracer, String id) {
        return start(
                tracer,
                id,
                Processes::spawn,
                message -> !(message instanceof Down || message instanceof otp.Task.Reply<?>));
    }

    private static String start(
            Tracer tracer,
            String id,
            Function<Runnable, Pid<Object>> spawn,
            Predicate<Object> taken) {
        String reference = tracer.nextReference(id);
        Actor actor = new Actor(reference, tracer, taken);
        tracer.watch(new Living(reference, spawn.apply(actor::serve)));
        return "ok";
    }

    /**
     * Has an actor perform a task, and waits for the answer.
     *
     * @throws Exit if the actor ends instead
     */
    public static Object ask(Pid<Object> actor, Task task) {
        return ask(actor, task, Duration.ofDays(1));
    }

    private static Object ask(Pid<Object> actor, Task task, Duration patience) {
        Monitor monitor = Processes.monitor(actor);
        Order order = new Order(task, Processes.self());
        Processes.send(actor, order);
        while (true) {
            Optional<Object> message = Processes.receive(Object.class, patience);
            switch (message.orElseThrow(() -> new Exit(ExitReason.TIMEOUT))) {
                case Answer(Order to, Object value) when to == order -> {
                    Processes.demonitor(monitor);
                    return value;
                }
                case Down(Monitor answered, _, ExitReason reason) when answered == monitor ->
                        throw new Exit(reason);
                default -> {} // It is about a process that was asked before.
            }
        }
    }

    /** Has an actor perform a task some time. */
    public static void tell(Pid<Object> actor, Runnable task) {
        Processes.send(actor, task);
    }

    private void serve() {
        while (!isFinished) {
            switch (Processes.receive(Object.class, taken)) {
                case Order order -> obey(order);
                case Runnable task -> task.run();
                case Down(Monitor answered, ServerRef<?> process, ExitReason reason) -> {
                    awaited.remove(answered);
                    got(process, "down", reason);
                }
                case ExitMessage(Pid<?> from, ExitReason reason) -> got(from, "exit", reason);
                case EtsTransfer(_, Pid<?> from, Object data) ->
                        got(from, "transfer", data, " of " + data);
                case Text(Pid<?> from, String value) -> got(from, "message", value);
                case Object other -> throw new IllegalStateException("unexpected: " + other);
            }
        }
    }

    private void obey(Order order) {
        Object answer = order.task().apply(this);
        if (!isFinished) {
            Processes.send(order.from(), new Answer(order, answer));
        }
    }

    /** Of those who monitor a process, the tracer may be told of its end before this one is. */
    private boolean hasHeardOfAllEnds() {
        return awaited.values().stream().allMatch(Processes::isAlive);
    }

    /** Has the actor return from its body. */
    Object finish() {
        isFinished = true;
        return "none";
    }

    private void got(ServerRef<?> sender, String kind, Object detail) {
        got(sender, kind, detail, "");
    }

    /**
     * Messages from one sender stay in order; who of several senders comes first is anybody's
     * guess, and so is the order of the tables that a process leaves behind.
     */
    private void got(ServerRef<?> sender, String kind, Object detail, String subject) {
        Object shown = sender instanceof Name<?>(String name) ? name.split(" ")[0] : sender;
        Group group = new Group(reference + " from " + tracer.shown(shown) + subject, true);
        tracer.note(new Event(group, List.of("got", reference, kind, shown, detail)));
    }

    String spawn(String id) {
        return start(tracer, id, Processes::spawn);
    }

    String spawnLink(String id) {
        return start(tracer, id, Processes::spawnLink);
    }

    String monitor(ServerRef<?> process) {
        Optional<? extends Pid<?>> monitored =
                switch (process) {
                    case Pid<?> pid -> Optional.of(pid);
                    case Name<?> name -> Processes.whereis(name);
                    case Via<?> via -> via.registry().whereisName(via.key());
                };
        Monitor monitor = Processes.monitor(process);
        monitors.add(monitor);
        monitored.ifPresent(pid -> awaited.put(monitor, pid));
        return "ok";
    }

    Object demonitor(int number) {
        if (number >= monitors.size()) {
            return "none";
        }
        awaited.remove(monitors.get(number));
        return Processes.demonitor(monitors.get(number));
    }

    /** Returns the timers that it has set, the oldest first. */
    List<Timer> timers() {
        return timers;
    }

    /** Sends a text from the calling process, if there is anybody to send it to. */
    public static String say(ServerRef<Object> to, String text) {
        try {
            Processes.send(to, new Text(Processes.self(), text));
            return "ok";
        } catch (IllegalArgumentException noSuchName) {
            return "badarg";
        }
    }
}
