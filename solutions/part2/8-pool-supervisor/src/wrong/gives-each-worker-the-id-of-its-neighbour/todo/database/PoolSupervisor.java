package todo.database;

import otp.ChildSpec;
import otp.Start;
import otp.Supervisor;
import otp.SupervisorFlags;
import otp.Tuple;

import java.util.stream.IntStream;

/** The supervisor of the database workers. */
final class PoolSupervisor {

    private PoolSupervisor() {}

    /** Starts the supervisor, linked to the caller, and workers with the numbers from 0. */
    static Start<Supervisor.Message> startLink(int size, Storage storage) {
        return Supervisor.startLink(
                SupervisorFlags.oneForOne().maxRestarts(5).maxSeconds(5),
                IntStream.range(0, size).mapToObj(number -> worker(number, storage)).toList());
    }

    private static ChildSpec<DatabaseWorker.Message> worker(int number, Storage storage) {
        return ChildSpec.worker(
                Tuple.of("database_worker", number ^ 1),
                () -> DatabaseWorker.startLink(number, storage));
    }
}
