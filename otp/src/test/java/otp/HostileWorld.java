package otp;

import static otp.Patience.until;
import static otp.Processes.exit;
import static otp.Processes.trapExits;

import otp.HostileServer.Message;
import otp.HostileServer.Tell;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One kind of failure, and what fails with it. */
final class HostileWorld {

    private final Hostility hostility;
    final Hostile.Deeds keys = new Hostile.Deeds();
    private final AtomicInteger lastKey = new AtomicInteger();
    private final Registry<Message, HostileValue> registry =
            new Registry<>(FreshName.of("hostile"));

    HostileWorld(Hostility hostility) {
        this.hostility = hostility;
        trapExits(true);
        registry.startLink(Registry.Keys.UNIQUE);
    }

    HostileValue value() {
        return new HostileValue(hostility);
    }

    ExitReason reason() {
        return ExitReason.of(value());
    }

    Hostile key() {
        return new Hostile(lastKey.incrementAndGet(), keys);
    }

    HostileServer server() {
        return new HostileServer(hostility);
    }

    HostileServer owner() {
        return new HostileServer(hostility, () -> Ets.insert(table(), Tuple.of(key(), value())));
    }

    static EtsTable<Hostile, HostileValue> table() {
        return Ets.create(
                new EtsName<>(FreshName.of("hostile")), EtsOptions.set().access(EtsAccess.PUBLIC));
    }

    Map<String, Supplier<Pid<Message>>> servers() {
        Map<String, Supplier<Pid<Message>>> servers = new LinkedHashMap<>();
        servers.put("server", () -> GenServer.start(this::server).pid());
        servers.put("hibernating server", this::hibernating);
        servers.put("table owner", () -> GenServer.start(this::owner).pid());
        servers.put(
                "server under a name",
                () -> GenServer.start(this::server, new Name<>(FreshName.of("hostile"))).pid());
        servers.put(
                "server under a key",
                () -> GenServer.start(this::server, registry.via(key())).pid());
        return servers;
    }

    private Pid<Message> hibernating() {
        Pid<Message> server = GenServer.start(this::server).pid();
        until(() -> !((LocalProcess<?>) server).thread().isAlive());
        return server;
    }

    Map<String, Consumer<Pid<Message>>> ends() {
        Map<String, Consumer<Pid<Message>>> ends = new LinkedHashMap<>();
        ends.put(
                "throws",
                told(() -> {
                    throw new HostileException(hostility);
                }));
        ends.put(
                "exits",
                told(() -> {
                    throw new Exit(reason());
                }));
        ends.put("stops", told(() -> GenServer.stop(reason(), value())));
        ends.put("is stopped", server -> GenServer.stop(server, reason()));
        ends.put("is told to exit", server -> exit(server, reason()));
        ends.put("is killed", server -> exit(server, ExitReason.KILL));
        return ends;
    }

    private static Consumer<Pid<Message>> told(Supplier<Next<HostileValue>> script) {
        return server -> GenServer.cast(server, new Tell(script));
    }
}
