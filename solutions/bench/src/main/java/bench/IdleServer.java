package bench;

import otp.Call;
import otp.GenServer;
import otp.Init;
import otp.Next;
import otp.Pid;
import otp.ProcessName;
import otp.ServerRef;
import otp.Start;

/** A server that does nothing but answer when it is asked. */
final class IdleServer extends GenServer<IdleServer.Ping, Integer> {

    record Ping() implements Call<Boolean> {}

    static Pid<Ping> start() {
        return start(IdleServer::new).pid();
    }

    static Start<Ping> startLink() {
        return startLink(IdleServer::new);
    }

    static Start<Ping> startLink(ProcessName<Ping> name) {
        return startLink(IdleServer::new, name);
    }

    static boolean ping(ServerRef<Ping> server) {
        return call(server, new Ping());
    }

    @Override
    protected Init<Integer> init() {
        return ok(0);
    }

    @Override
    protected Next<Integer> handle(Ping ping, Integer state) {
        return reply(ping, true, state);
    }
}
