package todo.server;

import otp.DynamicSupervisor;
import otp.Name;
import otp.Start;

/** The supervisor of the to-do servers, which are started one by one as they are asked for. */
public final class ServerSupervisor {

    static final Name<DynamicSupervisor.Message> NAME = new Name<>("todo_server_supervisor");

    private ServerSupervisor() {}

    /** Starts the supervisor, of which there is one at a time, without servers. */
    public static Start<DynamicSupervisor.Message> startLink() {
        // TODO 2: start a supervisor under its name, for children that are yet to come.
        throw new UnsupportedOperationException(
                "TODO 2: start a supervisor under its name, for children that are yet to come.");
    }

    /** Starts the server of a list. It is not restarted: a client that needs it asks again. */
    public static Start<TodoServer.Message> startChild(String listName) {
        // TODO 2: start one more child, which ends for good when it ends.
        throw new UnsupportedOperationException(
                "TODO 2: start one more child, which ends for good when it ends.");
    }
}
