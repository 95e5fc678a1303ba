package todo.server;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.Processes.info;
import static otp.Processes.isAlive;
import static otp.Processes.receive;
import static otp.Processes.self;
import static otp.Processes.trapExits;

import static java.util.concurrent.TimeUnit.SECONDS;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import otp.ExitMessage;
import otp.ExitReason;
import otp.Pid;
import otp.ProcessInfo;
import otp.Start;

import todo.EndEveryProcess;
import todo.Running;
import todo.database.Database;
import todo.database.Lookup;
import todo.database.Shelf;
import todo.list.Entry;
import todo.list.TodoList;

import java.time.LocalDate;

@ExtendWith(EndEveryProcess.class)
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TodoServerTest {

    private static final LocalDate DAY = LocalDate.of(2016, 10, 1);
    private static final Entry DENTIST = new Entry(1, DAY, "dentist");

    @Test
    @Tag("task-4")
    @DisplayName("A server is linked to the process that starts it, and to no other")
    void a_server_is_linked_to_its_starter() {
        startDatabase();

        Pid<TodoServer.Message> bobs = TodoServer.startLink("Bob's list").pid();

        assertThat(Running.links(bobs))
                .as("the processes that Bob's server is linked to: its starter alone")
                .containsExactly(self());
    }

    @Test
    @Tag("task-4")
    @DisplayName("A server has no name, as there are many: a list may be called like a process")
    void a_server_has_no_name() {
        Pid<Database.Message> database = startDatabase();

        Pid<TodoServer.Message> server = TodoServer.startLink("database_server").pid();

        assertThat(info(server).flatMap(ProcessInfo::name))
                .as("the name of the server: it has none")
                .isEmpty();
        assertThat(server).as("the server of the list 'database_server'").isNotEqualTo(database);
    }

    @Test
    @Tag("task-4")
    @DisplayName("A list survives its server: another one goes on where the killed one was")
    void a_list_survives_its_server() {
        startDatabase();
        Pid<TodoServer.Message> killed = TodoServer.startLink("Bob's list").pid();
        TodoServer.addEntry(killed, DAY, "dentist");
        assertThat(TodoServer.entries(killed, DAY))
                .as("the entries that the first server has")
                .containsExactly(DENTIST);
        Running.kill(killed);

        Pid<TodoServer.Message> bobs = TodoServer.startLink("Bob's list").pid();

        assertThat(TodoServer.entries(bobs, DAY))
                .as("the entries that the next server has")
                .containsExactly(DENTIST);
    }

    @Test
    @Tag("task-4")
    @DisplayName("A list that was cleared is empty, and stored as such")
    void a_cleared_list_is_empty() {
        startDatabase();
        Pid<TodoServer.Message> bobs = TodoServer.startLink("Bob's list").pid();
        TodoServer.addEntry(bobs, DAY, "dentist");

        TodoServer.clear(bobs);

        assertThat(TodoServer.entries(bobs, DAY))
                .as("the entries of Bob's list, after it was cleared")
                .isEmpty();
        assertThat(Database.get("Bob's list"))
                .as("what is stored of Bob's list, after it was cleared")
                .isEqualTo(new Lookup.Found(TodoList.empty()));
    }

    @Test
    @Tag("task-4")
    @DisplayName("A broken list has no server; the process that starts it is told twice")
    void a_broken_list_has_no_server() {
        Pid<Database.Message> database = startDatabase();
        ExitReason reason = ExitReason.of(Shelf.BROKEN);
        Pid<TodoServer.Message> bobs = TodoServer.startLink("Bob's list").pid();
        assertThat(Running.links(self()))
                .as("the processes that the starter is linked to: Bob's server is one of them")
                .contains(bobs);

        Start<TodoServer.Message> start = TodoServer.startLink(Shelf.BROKEN_LIST);

        assertThat(start)
                .as("what comes of starting the server of the broken list")
                .isEqualTo(new Start.Failed<>(reason));
        assertThat(receive(ExitMessage.class).reason())
                .as("the reason in the message that the end of the server sends")
                .isEqualTo(reason);
        assertThat(isAlive(database))
                .as("the database is alive, after a list could not be read")
                .isTrue();
    }

    private static Pid<Database.Message> startDatabase() {
        trapExits(true);
        return Database.startLink(new Shelf()).pid();
    }
}
