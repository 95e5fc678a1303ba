package todo.database;

import otp.ChildSpec;
import otp.Start;
import otp.Supervisor;

/** The supervisor of the database workers. */
final class PoolSupervisor {

    private PoolSupervisor() {}

    /** Starts the supervisor, linked to the caller, and workers with the numbers from 0. */
    static Start<Supervisor.Message> startLink(int size, Storage storage) {
        // TODO 2: supervise the workers, each under an id of its own.
        throw new UnsupportedOperationException(
                "TODO 2: supervise the workers, each under an id of its own.");
    }

    private static ChildSpec<DatabaseWorker.Message> worker(int number, Storage storage) {
        // TODO 2: specify a worker, with an id that no other has.
        throw new UnsupportedOperationException(
                "TODO 2: specify a worker, with an id that no other has.");
    }
}
