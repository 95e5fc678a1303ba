package todo.database;

import otp.From;
import otp.GenServer;

import todo.list.TodoList;

import java.util.List;

/** What the disk is to do, and for which clients. */
sealed interface Job {

    /**
     * Writes a list.
     *
     * @param listName the name of the list
     * @param list the list
     * @param clients those that wait until it has been written
     */
    record Write(String listName, TodoList list, List<From<StoreResult>> clients) implements Job {

        /** Returns the one job that does the work of this one and of a later one. */
        Write mergedWith(Write later) {
            // Task 3: write the later list, and have the clients of both told.
            clients.forEach(client -> GenServer.reply(client, StoreResult.STORED));
            return later;
            // End of task 3.
        }
    }

    /**
     * Reads a list.
     *
     * @param listName the name of the list
     * @param client the one that waits for it
     */
    record Read(String listName, From<Lookup> client) implements Job {}
}
