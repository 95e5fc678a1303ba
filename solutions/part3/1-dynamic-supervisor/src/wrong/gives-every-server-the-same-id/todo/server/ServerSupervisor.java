package todo.server;

import otp.ChildSpec;
import otp.DynamicSupervisor;
import otp.DynamicSupervisorFlags;
import otp.Name;
import otp.Restart;
import otp.Start;

/** The supervisor of the to-do servers, which are started one by one as they are asked for. */
public final class ServerSupervisor {

    static final Name<DynamicSupervisor.Message> NAME = new Name<>("todo_server_supervisor");

    private ServerSupervisor() {}

    /** Starts the supervisor, of which there is one at a time, without servers. */
    public static Start<DynamicSupervisor.Message> startLink() {
        // Task 2: start a supervisor under its name, for children that are yet to come.
        return DynamicSupervisor.startLink(NAME, DynamicSupervisorFlags.oneForOne());
        // End of task 2.
    }

    /** Starts the server of a list. It is not restarted: a client that needs it asks again. */
    public static Start<TodoServer.Message> startChild(String listName) {
        // Task 2: start one more child, which ends for good when it ends.
        return DynamicSupervisor.startChild(
                NAME,
                ChildSpec.worker("todo_server", () -> TodoServer.startLink(listName))
                        .withRestart(Restart.TEMPORARY));
        // End of task 2.
    }
}
