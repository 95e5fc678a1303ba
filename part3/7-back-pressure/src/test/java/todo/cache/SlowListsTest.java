package todo.cache;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.Processes.isAlive;
import static otp.Processes.trapExits;

import static java.util.concurrent.TimeUnit.SECONDS;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import otp.Pid;

import todo.EndEveryProcess;
import todo.database.Database;
import todo.database.Shelf;
import todo.registry.ProcessRegistry;
import todo.server.ServerSupervisor;
import todo.server.TodoServer;

@ExtendWith(EndEveryProcess.class)
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SlowListsTest {

    private final Shelf shelf = new Shelf();

    @Test
    @Tag("task-1")
    @DisplayName("The cache answers for one list while the disk is busy with another")
    void the_cache_never_waits_for_the_disk() throws InterruptedException {
        startCache();
        shelf.hold("a slow list");
        shelf.hold("Bob's list");

        Pid<TodoServer.Message> slow = TodoCache.serverProcess("a slow list");
        shelf.awaitWorkWith("a slow list");
        Pid<TodoServer.Message> bobs = TodoCache.serverProcess("Bob's list");
        shelf.awaitWorkWith("Bob's list");

        assertThat(isAlive(bobs)).as("Bob's server, whose list is read as well").isTrue();
        assertThat(TodoCache.serverProcess("a slow list"))
                .as("the server of a list that is still being read")
                .isEqualTo(slow);
    }

    /** Starts a cache, and what it needs. */
    private void startCache() {
        trapExits(true);
        ProcessRegistry.startLink().pid();
        Database.startLink(shelf).pid();
        Database.get("a list that is read before");
        ServerSupervisor.startLink().pid();
        TodoCache.startLink().pid();
    }
}
