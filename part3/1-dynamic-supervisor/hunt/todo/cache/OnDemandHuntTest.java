package todo.cache;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.Processes.trapExits;

import static java.util.concurrent.TimeUnit.SECONDS;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import otp.DynamicSupervisor;
import otp.Pid;

import todo.EndEveryProcess;
import todo.database.Database;
import todo.database.Shelf;
import todo.list.Entry;
import todo.registry.ProcessRegistry;
import todo.server.ServerSupervisor;
import todo.server.TodoServer;

import java.time.LocalDate;

@ExtendWith(EndEveryProcess.class)
@Timeout(value = 2, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OnDemandHuntTest {

    private static final LocalDate DAY = LocalDate.of(2016, 10, 1);

    private final Shelf shelf = new Shelf();
    private Pid<DynamicSupervisor.Message> supervisor;
    private Pid<TodoCache.Message> cache;

    @BeforeEach
    void start_the_cache() {
        // The test is linked to what it starts, and is not to end with it.
        trapExits(true);
        ProcessRegistry.startLink().pid();
        Database.startLink(shelf).pid();
        supervisor = ServerSupervisor.startLink().pid();
        cache = TodoCache.startLink().pid();
    }

    @Test
    void the_server_of_a_list_keeps_entries() {
        Pid<TodoServer.Message> bobs = TodoCache.serverProcess("Bob's list");

        TodoServer.addEntry(bobs, DAY, "dentist");

        assertThat(TodoServer.entries(bobs, DAY)).containsExactly(new Entry(1, DAY, "dentist"));
    }
}
