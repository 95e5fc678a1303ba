package todo.database;

import otp.ChildSpec;
import otp.Start;
import otp.Supervisor;
import otp.SupervisorFlags;
import otp.Tuple;

import java.util.ArrayList;
import java.util.List;

/** The supervisor of the database workers. */
final class PoolSupervisor {

    private PoolSupervisor() {}

    /** Starts the supervisor, linked to the caller, and workers with the numbers from 0. */
    static Start<Supervisor.Message> startLink(int size, Storage storage) {
        List<ChildSpec<?>> workers = new ArrayList<>();
        for (int number = 0; number < size; number++) {
            workers.add(worker(number, storage));
        }
        SupervisorFlags flags = SupervisorFlags.oneForOne().maxSeconds(5).maxRestarts(5);
        return Supervisor.startLink(flags, workers.toArray(new ChildSpec<?>[0]));
    }

    private static ChildSpec<DatabaseWorker.Message> worker(int number, Storage storage) {
        return ChildSpec.worker(
                Tuple.of("database_worker", number),
                () -> DatabaseWorker.startLink(number, storage));
    }
}
