package todo.server;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.Processes.receive;
import static otp.Processes.self;
import static otp.Processes.spawnMonitor;
import static otp.Processes.trapExits;

import static java.util.concurrent.TimeUnit.SECONDS;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import otp.Down;
import otp.ExitReason;
import otp.Pid;
import otp.Start;
import otp.Tuple;

import todo.EndEveryProcess;
import todo.Running;
import todo.database.Database;
import todo.database.Shelf;
import todo.list.Entry;
import todo.registry.ProcessRegistry;

import java.time.LocalDate;
import java.util.List;

@ExtendWith(EndEveryProcess.class)
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TodoServerTest {

    private static final LocalDate DAY = LocalDate.of(2016, 10, 1);
    private static final Entry DENTIST = new Entry(1, DAY, "dentist");

    private final Shelf shelf = new Shelf();

    @Test
    @DisplayName("A list for which no server was started has none")
    void an_unknown_list_has_no_server() {
        startDatabase();

        assertThat(TodoServer.whereis("Bob's list"))
                .as("the server that is found for Bob's list")
                .isEmpty();
    }

    @Test
    @Tag("task-1")
    @DisplayName(
            "A server is found under the name of its list, by its own kind and in the registry")
    void a_server_is_found_under_its_list() {
        startDatabase();

        Pid<TodoServer.Message> bobs = TodoServer.startLink("Bob's list").pid();

        assertThat(TodoServer.whereis("Bob's list"))
                .as("the server that is found for Bob's list")
                .contains(bobs);
        assertThat(ProcessRegistry.whereisName(Tuple.of("todo_server", "Bob's list")))
                .as("the server that the registry has for Bob's list")
                .contains(bobs);
    }

    @Test
    @Tag("task-1")
    @DisplayName("Names are taken as they are, with their spaces and capital letters")
    void names_are_taken_as_they_are() {
        startDatabase();

        for (String listName : List.of("Bob's list", "bob's list", " Bob's list ", "", " ")) {
            Pid<TodoServer.Message> server = TodoServer.startLink(listName).pid();

            assertThat(TodoServer.whereis(listName))
                    .as("the server that is found for the list '%s'", listName)
                    .contains(server);
        }
    }

    @Test
    @Tag("task-1")
    @DisplayName("A list has one server at a time, and any number of lists has one each")
    void a_list_has_one_server_at_a_time() {
        startDatabase();
        Pid<TodoServer.Message> bobs = TodoServer.startLink("Bob's list").pid();

        assertThat(TodoServer.startLink("Bob's list"))
                .as("what comes of starting the server of Bob's list again")
                .isEqualTo(new Start.AlreadyStarted<>(bobs));
        assertThat(TodoServer.startLink("Alice's list"))
                .as("what comes of starting the server of Alice's list")
                .isInstanceOf(Start.Ok.class);
        assertThat(shelf.readings("Bob's list")).as("how often Bob's list was read").isEqualTo(1);
    }

    @Test
    @Tag("task-1")
    @DisplayName("What others call by the name of a list does not stand in the way of its server")
    void others_may_have_the_name_of_a_list() {
        startDatabase();
        ProcessRegistry.registerName("Bob's list", self());

        Pid<TodoServer.Message> bobs = TodoServer.startLink("Bob's list").pid();

        assertThat(TodoServer.whereis("Bob's list"))
                .as("the server that is found for Bob's list")
                .contains(bobs);
    }

    @Test
    @Tag("task-1")
    @DisplayName("A killed server is not found; the next one is, and has what was stored")
    void the_next_server_is_found_under_the_same_name() {
        startDatabase();
        Pid<TodoServer.Message> killed = TodoServer.startLink("Bob's list").pid();
        TodoServer.addEntry(killed, DAY, "dentist");
        assertThat(TodoServer.entries(killed, DAY))
                .as("the entries that the first server has")
                .containsExactly(DENTIST);

        Running.kill(killed);

        assertThat(TodoServer.whereis("Bob's list"))
                .as("the server that is found for Bob's list")
                .isEmpty();
        Pid<TodoServer.Message> next = TodoServer.startLink("Bob's list").pid();
        assertThat(TodoServer.whereis("Bob's list"))
                .as("the server that is found for Bob's list")
                .contains(next);
        assertThat(TodoServer.entries(next, DAY))
                .as("the entries that the next server has")
                .containsExactly(DENTIST);
    }

    @Test
    @Tag("task-1")
    @DisplayName("A server that still reads its list is found, so that no other is started")
    void a_server_that_still_reads_is_found() throws InterruptedException {
        startDatabase();
        TodoServer.startLink("Alice's list").pid();
        shelf.hold("Bob's list");
        spawnMonitor(() -> TodoServer.startLink("Bob's list"));
        shelf.awaitWorkWith("Bob's list");

        assertThat(TodoServer.whereis("Bob's list"))
                .as("the server that is found for Bob's list")
                .isPresent();

        shelf.release("Bob's list");
        assertThat(receive(Down.class).reason())
                .as("why the process has ended")
                .isEqualTo(ExitReason.NORMAL);
    }

    @Test
    @Tag("task-1")
    @DisplayName("A server that cannot read its list does not start, and gives the name back")
    void a_broken_list_has_no_server() {
        startDatabase();

        assertThat(TodoServer.startLink(Shelf.BROKEN_LIST))
                .as("what comes of starting the server of the broken list")
                .isEqualTo(new Start.Failed<>(ExitReason.of(Shelf.BROKEN)));

        assertThat(TodoServer.whereis(Shelf.BROKEN_LIST))
                .as("the server that is found for the broken list")
                .isEmpty();
    }

    /** Starts the database, and what it needs. */
    private void startDatabase() {
        trapExits(true);
        ProcessRegistry.startLink().pid();
        Database.startLink(shelf).pid();
    }
}
