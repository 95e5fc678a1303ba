package todo.cache;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.concurrent.TimeUnit.SECONDS;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import otp.Pid;

import todo.list.Entry;
import todo.server.TodoServer;

import java.time.LocalDate;

@Timeout(value = 2, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CacheHuntTest {

    private static final LocalDate DAY = LocalDate.of(2016, 10, 1);

    @Test
    void the_server_of_a_list_keeps_entries() {
        Pid<TodoCache.Message> cache = TodoCache.start();
        Pid<TodoServer.Message> bobs = TodoCache.serverProcess(cache, "Bob's list");

        TodoServer.addEntry(bobs, DAY, "dentist");

        assertThat(TodoServer.entries(bobs, DAY)).containsExactly(new Entry(1, DAY, "dentist"));
    }
}
