package otp.conformance.ends;

import otp.ExitMessage;
import otp.ExitReason;
import otp.GenServer;
import otp.Init;
import otp.Next;
import otp.Pid;
import otp.Processes;
import otp.Start;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/** A server that gets an exit signal in its init. */
final class SignalInInit extends GenServer<Void, String> {

    private final Pid<Object> signaller;
    private final CountDownLatch signalled;
    private final boolean traps;

    private SignalInInit(Pid<Object> signaller, CountDownLatch signalled, boolean traps) {
        this.signaller = signaller;
        this.signalled = signalled;
        this.traps = traps;
    }

    /** Returns what comes of the start, and of which ends the parent is told. */
    static Object of(String how, JsonNode traits, ExitReason signal) {
        Processes.trapExits(traits.path("parent_traps").asBoolean());
        CountDownLatch signalled = new CountDownLatch(1);
        Pid<Object> signaller =
                Processes.spawn(() -> {
                    Processes.exit(Processes.receive(Pid.class), signal);
                    signalled.countDown();
                });
        boolean traps = traits.path("server_traps").asBoolean();
        Supplier<SignalInInit> server = () -> new SignalInInit(signaller, signalled, traps);
        Start<Void> start =
                how.equals("start") ? GenServer.start(server) : GenServer.startLink(server);
        List<ExitReason> exits = exits();
        if (start instanceof Start.Ok<Void>(Pid<Void> pid)) {
            Processes.unlink(pid);
            Processes.exit(pid, ExitReason.KILL);
        }
        return List.of(start, exits);
    }

    private static List<ExitReason> exits() {
        List<ExitReason> exits = new ArrayList<>();
        Optional<ExitMessage> next = next();
        while (next.isPresent()) {
            exits.add(next.get().reason());
            next = next();
        }
        return exits;
    }

    private static Optional<ExitMessage> next() {
        return Processes.receive(ExitMessage.class, Duration.ofMillis(10));
    }

    /** Computes, so that it notices no signal until it is done. */
    @Override
    protected Init<String> init() {
        Processes.trapExits(traps);
        Processes.send(signaller, Processes.self());
        while (signalled.getCount() > 0) {
            Thread.yield();
        }
        return ok("begun");
    }

    @Override
    protected Next<String> handle(Void message, String state) {
        return noreply(state);
    }
}
