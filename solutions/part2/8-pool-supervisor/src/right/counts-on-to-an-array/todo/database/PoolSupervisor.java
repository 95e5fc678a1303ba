package todo.database;

import otp.ChildSpec;
import otp.Start;
import otp.Supervisor;
import otp.SupervisorFlags;
import otp.Tuple;

import java.util.stream.Stream;

/** The supervisor of the database workers. */
final class PoolSupervisor {

    private PoolSupervisor() {}

    /** Starts the supervisor, linked to the caller, and workers with the numbers from 0. */
    static Start<Supervisor.Message> startLink(int size, Storage storage) {
        // Task 2: supervise the workers, each under an id of its own.
        return Supervisor.startLink(
                SupervisorFlags.oneForOne().maxRestarts(5).maxSeconds(5),
                Stream.iterate(0, number -> number < size, number -> number + 1)
                        .map(number -> worker(number, storage))
                        .toArray(ChildSpec<?>[]::new));
        // End of task 2.
    }

    private static ChildSpec<DatabaseWorker.Message> worker(int number, Storage storage) {
        // Task 2: specify a worker, with an id that no other has.
        return ChildSpec.worker(
                Tuple.of("database_worker", number),
                () -> DatabaseWorker.startLink(number, storage));
        // End of task 2.
    }
}
