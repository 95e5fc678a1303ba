package todo.server;

import otp.ChildSpec;
import otp.DynamicSupervisor;
import otp.DynamicSupervisorFlags;
import otp.Name;
import otp.Restart;
import otp.Start;

import java.util.function.Supplier;

/** The supervisor of the to-do servers, which are started one by one as they are asked for. */
public final class ServerSupervisor {

    static final Name<DynamicSupervisor.Message> NAME = new Name<>("todo_server_supervisor");

    private ServerSupervisor() {}

    /** Starts the supervisor, of which there is one at a time, without servers. */
    public static Start<DynamicSupervisor.Message> startLink() {
        return DynamicSupervisor.startLink(NAME, DynamicSupervisorFlags.oneForOne());
    }

    private record Starter(String listName) implements Supplier<Start<TodoServer.Message>> {
        public Start<TodoServer.Message> get() {
            return TodoServer.startLink(listName);
        }
    }

    private static ChildSpec<TodoServer.Message> spec(String listName) {
        var starter = new Starter(listName);
        return ChildSpec.worker(listName, starter::get).withRestart(Restart.TEMPORARY);
    }

    /** Starts the server of a list. It is not restarted: a client that needs it asks again. */
    public static Start<TodoServer.Message> startChild(String listName) {
        return DynamicSupervisor.startChild(NAME, spec(listName));
    }
}
