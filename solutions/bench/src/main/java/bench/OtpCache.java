package bench;

import otp.Call;
import otp.Cast;
import otp.GenServer;
import otp.Init;
import otp.Next;
import otp.Pid;

import java.util.HashMap;
import java.util.Map;

/** The articles' cache on the kata's runtime. */
final class OtpCache extends GenServer<OtpCache.Message, Map<String, Pid<?>>> {

    sealed interface Message {}

    record ServerProcess(String listName) implements Message, Call<Pid<?>> {}

    record Note(String listName) implements Message, Cast {}

    static Pid<Message> start() {
        return start(OtpCache::new).pid();
    }

    static Pid<?> serverProcess(Pid<Message> cache, String listName) {
        return call(cache, new ServerProcess(listName));
    }

    static void note(Pid<Message> cache, String listName) {
        cast(cache, new Note(listName));
    }

    @Override
    protected Init<Map<String, Pid<?>>> init() {
        return ok(new HashMap<>());
    }

    @Override
    protected Next<Map<String, Pid<?>>> handle(Message message, Map<String, Pid<?>> servers) {
        return switch (message) {
            case ServerProcess request -> {
                Pid<?> server =
                        servers.computeIfAbsent(request.listName(), _ -> IdleServer.start());
                yield reply(request, server, servers);
            }
            case Note _ -> noreply(servers);
        };
    }
}
