package todo.database;

import static otp.SupervisorFlags.oneForOne;

import otp.ChildSpec;
import otp.Start;
import otp.Supervisor;
import otp.SupervisorFlags;
import otp.Tuple;

/** The supervisor of the database workers. */
final class PoolSupervisor {

    private static final SupervisorFlags FLAGS = oneForOne().maxSeconds(5).maxRestarts(5);

    private PoolSupervisor() {}

    /** Starts the supervisor, linked to the caller, and workers with the numbers from 0. */
    static Start<Supervisor.Message> startLink(int size, Storage storage) {
        // Task 2: supervise the workers, each under an id of its own.
        ChildSpec<?>[] workers = new ChildSpec<?>[size];
        for (int number = 0; number < size; number++) {
            workers[number] = worker(number, storage);
        }
        return Supervisor.startLink(FLAGS, workers);
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
