package otp.conformance.ends;

import otp.Call;
import otp.Down;
import otp.Ets;
import otp.EtsException;
import otp.EtsName;
import otp.EtsOptions;
import otp.Exit;
import otp.ExitMessage;
import otp.ExitReason;
import otp.GenServer;
import otp.Monitor;
import otp.Name;
import otp.Pid;
import otp.Processes;
import otp.conformance.Family;
import otp.conformance.Terms;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** A scenario of moments around an end that runs, each with processes of its own. */
final class MomentRun implements Family.Run {

    private static final AtomicLong LAST_NUMBER = new AtomicLong();

    /**
     * So often it looks for the name before it lets others run: it is to see the name go at once,
     * and the owner needs a core.
     */
    private static final int LOOKS_IN_A_ROW = 1_000;

    private record Question() implements Call<Object> {}

    private record Result(Object value) {}

    @Override
    public Object start() {
        return "ok";
    }

    @Override
    public Object end() {
        return "ok";
    }

    @Override
    public Object perform(JsonNode step) {
        ExitReason reason = Terms.reason(step.get(step.size() - 1));
        return switch (step.get(0).asString()) {
            case "monitor_at_exit" -> inProcess(() -> monitorAtExit(reason));
            case "link_at_exit" -> inProcess(() -> linkAtExit(reason));
            case "monitor_at_down" -> inProcess(() -> monitorAtDown(reason));
            case "succeed" -> inProcess(() -> succeed(reason));
            case "ask_plain" -> inProcess(() -> askPlain(reason));
            case "signal_in_init" ->
                    inProcess(() -> SignalInInit.of(step.get(1).asString(), step.get(2), reason));
            case String other -> throw new IllegalArgumentException("no such step: " + other);
        };
    }

    /** Shows what comes of it, or of what the process died. */
    private static Object inProcess(Supplier<Object> moment) {
        Pid<Object> player = Processes.self();
        Monitor monitor =
                Processes.spawnMonitor(() -> Processes.send(player, new Result(moment.get())));
        Object first =
                Processes.receive(
                        Object.class,
                        message ->
                                message instanceof Result
                                        || message instanceof Down down
                                                && down.monitor() == monitor);
        if (first instanceof Down down) {
            return List.of("died", down.reason());
        }
        Processes.demonitorAndFlush(monitor);
        return ((Result) first).value();
    }

    private static Object monitorAtExit(ExitReason reason) {
        ExitMessage exit = exitOf(reason);
        return List.of(exit.reason(), down(Processes.monitor(exit.from())));
    }

    private static Object linkAtExit(ExitReason reason) {
        ExitMessage exit = exitOf(reason);
        Processes.link(exit.from());
        return List.of(exit.reason(), Processes.receive(ExitMessage.class).reason());
    }

    private static ExitMessage exitOf(ExitReason reason) {
        Processes.trapExits(true);
        Processes.spawnLink(() -> exit(reason));
        return Processes.receive(ExitMessage.class);
    }

    private static void exit(ExitReason reason) {
        throw new Exit(reason);
    }

    private static Object monitorAtDown(ExitReason reason) {
        Monitor monitor = Processes.spawnMonitor(() -> exit(reason));
        Down down = Processes.receive(Down.class, message -> message.monitor() == monitor);
        return List.of(down.reason(), down(Processes.monitor(down.process())));
    }

    private static ExitReason down(Monitor monitor) {
        return Processes.receive(Down.class, down -> down.monitor() == monitor).reason();
    }

    /** The successor begins as soon as the name is free, and needs the table's name as well. */
    private static Object succeed(ExitReason reason) {
        Name<Object> name = new Name<>("name_" + LAST_NUMBER.incrementAndGet());
        EtsName<Object, Object> table = new EtsName<>("table_" + LAST_NUMBER.incrementAndGet());
        Pid<Object> successor = Processes.self();
        Pid<Object> owner =
                Processes.spawn(() -> {
                    Processes.register(Processes.self(), name);
                    create(table);
                    Processes.send(successor, "owns");
                    Processes.receive(String.class);
                    exit(reason);
                });
        Processes.receive(String.class);
        Processes.send(owner, "end");
        for (int looks = 1; Processes.whereis(name).isPresent(); looks++) {
            if (looks % LOOKS_IN_A_ROW == 0) {
                Thread.yield();
            } else {
                Thread.onSpinWait();
            }
        }
        String created = create(table);
        Processes.register(successor, name);
        return List.of(created, true);
    }

    private static String create(EtsName<Object, Object> table) {
        try {
            Ets.create(table, EtsOptions.set());
            return "ok";
        } catch (EtsException taken) {
            return "badarg";
        }
    }

    private static Object askPlain(ExitReason reason) {
        Pid<Question> plain =
                Processes.spawn(() -> {
                    Processes.receive(Question.class);
                    exit(reason);
                });
        try {
            return GenServer.call(plain, new Question());
        } catch (Exit failed) {
            return failed.reason();
        }
    }
}
