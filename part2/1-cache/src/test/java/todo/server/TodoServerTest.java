package todo.server;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.concurrent.TimeUnit.SECONDS;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import otp.Pid;

import todo.list.Entry;

import java.time.LocalDate;

@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TodoServerTest {

    private static final LocalDate DAY = LocalDate.of(2016, 10, 1);

    @Test
    void an_entry_that_was_added_is_there_for_the_next_client() {
        Pid<TodoServer.Message> server = TodoServer.start();

        TodoServer.addEntry(server, DAY, "dentist");

        assertThat(TodoServer.entries(server, DAY))
                .as("the entries of the server, after one was added")
                .containsExactly(new Entry(1, DAY, "dentist"));
    }

    @Test
    void two_servers_share_nothing() {
        Pid<TodoServer.Message> bobs = TodoServer.start();
        Pid<TodoServer.Message> alices = TodoServer.start();

        TodoServer.addEntry(bobs, DAY, "dentist");

        assertThat(TodoServer.entries(alices, DAY))
                .as("the entries of Alice's server: nothing was added to it")
                .isEmpty();
    }
}
