package browser;

import observer.Observer;

import otp.Pid;
import otp.Processes;
import otp.Supervisor;

import todo.cache.TodoCache;
import todo.database.ListFolder;
import todo.system.TodoSupervisor;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * The system of the last stage, running, with three lists, and with an observer that looks at it.
 */
final class TodoSystem implements AutoCloseable {

    static final List<String> LISTS = List.of("Alice's list", "Bob's list", "Carol's list");

    private final Observer observer = Observer.start();
    private final Pid<Supervisor.Message> top;

    private TodoSystem(Path folder) {
        Processes.trapExits(true);
        top = TodoSupervisor.startLink(new ListFolder(folder)).pid();
        LISTS.forEach(TodoCache::serverProcess);
    }

    /** Starts it, with its lists in a folder, linked to the caller, who traps exits from now on. */
    static TodoSystem start(Path folder) {
        return new TodoSystem(folder);
    }

    URI address() {
        return observer.address();
    }

    @Override
    public void close() {
        try {
            Supervisor.stop(top);
        } finally {
            observer.close();
        }
    }
}
