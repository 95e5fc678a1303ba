package todo.database;

import otp.Pid;

import java.util.List;

/** Which worker has which list. */
final class Workers {

    private Workers() {}

    static Pid<DatabaseWorker.Message> pick(
            String listName, List<Pid<DatabaseWorker.Message>> workers) {
        int remainder = listName.hashCode() % workers.size();
        return workers.get(remainder < 0 ? remainder + workers.size() : remainder);
    }
}
