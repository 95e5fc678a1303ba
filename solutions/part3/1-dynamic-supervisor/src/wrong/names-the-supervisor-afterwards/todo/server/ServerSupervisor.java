package todo.server;

import otp.ChildSpec;
import otp.DynamicSupervisor;
import otp.DynamicSupervisorFlags;
import otp.Name;
import otp.Processes;
import otp.Restart;
import otp.Start;

/** The supervisor of the to-do servers, which are started one by one as they are asked for. */
public final class ServerSupervisor {

    static final Name<DynamicSupervisor.Message> NAME = new Name<>("todo_server_supervisor");

    private ServerSupervisor() {}

    /** Starts the supervisor, of which there is one at a time, without servers. */
    public static Start<DynamicSupervisor.Message> startLink() {
        Start<DynamicSupervisor.Message> start =
                DynamicSupervisor.startLink(DynamicSupervisorFlags.oneForOne());
        Processes.register(start.pid(), NAME);
        return start;
    }

    /** Starts the server of a list. It is not restarted: a client that needs it asks again. */
    public static Start<TodoServer.Message> startChild(String listName) {
        return DynamicSupervisor.startChild(
                NAME,
                ChildSpec.worker(listName, () -> TodoServer.startLink(listName))
                        .withRestart(Restart.TEMPORARY));
    }
}
