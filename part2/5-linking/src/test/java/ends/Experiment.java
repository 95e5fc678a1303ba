package ends;

import static otp.Processes.demonitorAndFlush;
import static otp.Processes.exit;
import static otp.Processes.info;
import static otp.Processes.link;
import static otp.Processes.monitor;
import static otp.Processes.receive;
import static otp.Processes.self;
import static otp.Processes.send;
import static otp.Processes.spawn;
import static otp.Processes.trapExits;

import otp.Down;
import otp.Exit;
import otp.ExitMessage;
import otp.ExitReason;
import otp.Monitor;
import otp.Pid;

import java.time.Duration;
import java.util.function.Consumer;

/** Tries out, with processes of the runtime, what really comes of ends and exit signals. */
final class Experiment {

    /** Lets a neighbour begin, and asks it later whether it is still there. */
    private record Question() {}

    /** The neighbour is tied to the other process. */
    private record Tied() {}

    /** What a neighbour has got first. */
    private record FirstMessage(Object message) {}

    private Experiment() {}

    /** Sends a process an exit signal. */
    static Outcome afterExit(boolean trapsExits, ExitReason reason) {
        return outcome(trapsExits, () -> {}, neighbour -> exit(neighbour, reason));
    }

    /** Ends a process to which another is tied. */
    static Outcome afterEnd(Neighbour.Tie tie, boolean trapsExits, ExitReason reason) {
        Pid<Object> other =
                spawn(() -> {
                    throw new Exit(receive(ExitReason.class));
                });
        return outcome(
                trapsExits,
                () -> tie(tie, other),
                neighbour -> {
                    end(other, reason);
                    awaitTheNews(neighbour);
                });
    }

    /** Ties a process to another that has ended before. */
    static Outcome afterTyingToTheDead(Neighbour.Tie tie, boolean trapsExits) {
        Pid<Object> dead = spawn(() -> receive());
        end(dead, ExitReason.KILLED);
        return outcome(trapsExits, () -> tie(tie, dead), _ -> {});
    }

    private static void tie(Neighbour.Tie tie, Pid<?> other) {
        switch (tie) {
            case NONE -> {}
            case LINK -> link(other);
            case MONITOR -> monitor(other);
        }
    }

    private static void end(Pid<Object> process, ExitReason reason) {
        Monitor end = monitor(process);
        if (reason.equals(ExitReason.KILLED)) {
            exit(process, ExitReason.KILL);
        } else {
            send(process, reason);
        }
        receive(Down.class, down -> down.monitor() == end);
    }

    /** The links of a process are told of its end before its monitors, and those in any order. */
    private static void awaitTheNews(Pid<?> neighbour) {
        while (info(neighbour).filter(it -> !it.monitors().isEmpty()).isPresent()) {
            receive(Tied.class, Duration.ofMillis(1));
        }
    }

    private static Outcome outcome(boolean trapsExits, Runnable tie, Consumer<Pid<?>> event) {
        Pid<Object> test = self();
        Pid<Object> neighbour =
                spawn(() -> {
                    receive(Question.class);
                    trapExits(trapsExits);
                    tie.run();
                    send(test, new Tied());
                    send(test, new FirstMessage(receive()));
                });
        Monitor end = monitor(neighbour);
        send(neighbour, new Question());
        Object news = receive();
        if (news instanceof Tied) {
            event.accept(neighbour);
            send(neighbour, new Question());
            news = receive();
        }
        demonitorAndFlush(end);
        return switch (news) {
            case FirstMessage(ExitMessage(_, ExitReason reason)) -> new Outcome.IsTold(reason);
            case FirstMessage(Down(_, _, ExitReason reason)) -> new Outcome.IsTold(reason);
            case FirstMessage(Question _) -> new Outcome.LivesOn();
            case Down(_, _, ExitReason reason) -> new Outcome.Ends(reason);
            default -> throw new AssertionError("no outcome is " + news);
        };
    }
}
