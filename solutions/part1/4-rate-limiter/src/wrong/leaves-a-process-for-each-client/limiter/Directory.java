package limiter;

import static otp.Processes.exit;

import otp.Call;
import otp.Cast;
import otp.ExitReason;
import otp.GenServer;
import otp.Init;
import otp.Next;
import otp.Pid;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Knows which process decides for which client, and ends those that are idle. */
final class Directory extends GenServer<Directory.Message, Map<String, Pid<ClientServer.Message>>> {

    sealed interface Message {}

    record TryAcquire(String client) implements Message, Call<Decision> {
        TryAcquire {
            Objects.requireNonNull(client, "a request needs a client");
        }
    }

    record Reset(String client) implements Message, Cast {
        Reset {
            Objects.requireNonNull(client, "a reset needs a client");
        }
    }

    record CountClients() implements Message, Call<Integer> {}

    private record Interface(Pid<Message> server) implements RateLimiter {

        @Override
        public Decision tryAcquire(String client) {
            return call(server, new TryAcquire(client));
        }

        @Override
        public void reset(String client) {
            cast(server, new Reset(client));
        }

        @Override
        public int clients() {
            return call(server, new CountClients());
        }
    }

    private final int limit;
    private final Duration window;
    private final InstantSource clock;

    private Directory(int limit, Duration window, InstantSource clock) {
        this.limit = limit;
        this.window = window;
        this.clock = clock;
    }

    static RateLimiter start(int limit, Duration window, InstantSource clock) {
        return new Interface(start(() -> new Directory(limit, window, clock)).pid());
    }

    @Override
    protected Init<Map<String, Pid<ClientServer.Message>>> init() {
        return ok(new HashMap<>());
    }

    @Override
    protected Next<Map<String, Pid<ClientServer.Message>>> handle(
            Message message, Map<String, Pid<ClientServer.Message>> servers) {
        switch (message) {
            case TryAcquire request ->
                    ClientServer.tryAcquire(serverOf(request.client(), servers), from(request));
            case Reset(String client) -> {
                Pid<ClientServer.Message> server = servers.remove(client);
                if (server != null) {
                    exit(server, ExitReason.SHUTDOWN);
                }
            }
            case CountClients request -> {
                servers.values().removeIf(Directory::endsIfIdle);
                return reply(request, servers.size(), servers);
            }
        }
        return noreply(servers);
    }

    private Pid<ClientServer.Message> serverOf(
            String client, Map<String, Pid<ClientServer.Message>> servers) {
        return servers.computeIfAbsent(client, _ -> ClientServer.start(limit, window, clock));
    }

    private static boolean endsIfIdle(Pid<ClientServer.Message> server) {
        return ClientServer.isIdle(server);
    }
}
