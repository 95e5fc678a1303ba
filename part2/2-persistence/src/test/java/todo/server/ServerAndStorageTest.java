package todo.server;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.concurrent.TimeUnit.SECONDS;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import otp.GenServer;
import otp.Pid;
import otp.Start;

import todo.EndEveryProcess;
import todo.database.Database;
import todo.database.Ledger;
import todo.database.Lookup;
import todo.list.Entry;
import todo.list.TodoList;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** What a server has the storage do, and when. */
@ExtendWith(EndEveryProcess.class)
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ServerAndStorageTest {

    private static final LocalDate DAY = LocalDate.of(2016, 10, 1);

    private static final TodoList LOADED =
            new TodoList(7, List.of(new Entry(5, DAY, "dentist"), new Entry(2, DAY, "shopping")));

    @Test
    @Tag("task-2")
    @DisplayName("A server that starts looks for its list once, and stores nothing")
    void a_start_looks_once_and_stores_nothing() {
        Ledger ledger = Ledger.with(Map.of("Bob's list", LOADED));
        Database.start(ledger);

        serverOf("Bob's list");
        Database.get("Bob's list");

        assertThat(ledger.operations())
                .as("what is done with the storage by a start, and by the test after it")
                .containsExactly("get Bob's list", "get Bob's list");
    }

    @Test
    @Tag("task-2")
    @DisplayName("A change is stored once, and the list is not looked for again")
    void a_change_is_stored_once() {
        Ledger ledger = Ledger.with(Map.of());
        Database.start(ledger);
        Pid<TodoServer.Message> bobs = serverOf("Bob's list");

        TodoServer.addEntry(bobs, DAY, "dentist");
        TodoServer.clear(bobs);
        Database.get("Alice's list");

        assertThat(ledger.operations())
                .as("what is done with the storage by a start, two changes, and the test at last")
                .containsExactly(
                        "get Bob's list",
                        "store Bob's list",
                        "store Bob's list",
                        "get Alice's list");
    }

    @Test
    @Tag("task-2")
    @DisplayName("A list that is loaded keeps its ids, and knows which id is next")
    void a_loaded_list_keeps_its_ids() {
        Database.start(Ledger.with(Map.of("Bob's list", LOADED)));
        Pid<TodoServer.Message> bobs = serverOf("Bob's list");

        TodoServer.addEntry(bobs, DAY, "cinema");

        assertThat(TodoServer.entries(bobs, DAY))
                .as("the entries of Bob's list: two as they were loaded, and one with the id 7")
                .containsExactly(
                        new Entry(5, DAY, "dentist"),
                        new Entry(2, DAY, "shopping"),
                        new Entry(7, DAY, "cinema"));
    }

    @Test
    @Tag("task-2")
    @DisplayName("A list that is loaded without entries is no new list: it knows which id is next")
    void an_emptied_list_keeps_its_next_id() {
        Database.start(Ledger.with(Map.of("Bob's list", new TodoList(7, List.of()))));
        Pid<TodoServer.Message> bobs = serverOf("Bob's list");

        TodoServer.addEntry(bobs, DAY, "cinema");

        assertThat(TodoServer.entries(bobs, DAY))
                .as("the entries of Bob's list, which was loaded empty, with 7 as its next id")
                .containsExactly(new Entry(7, DAY, "cinema"));
    }

    @Test
    @Tag("task-2")
    @DisplayName("Without a database no server starts: no one knows whether there is a list")
    void without_a_database_no_server_starts() {
        Pid<?> database = Database.start(Ledger.with(Map.of())).pid();
        serverOf("Alice's list");
        GenServer.stop(database);

        assertThat(TodoServer.start("Bob's list"))
                .as("what comes of starting a server when there is no database")
                .isInstanceOf(Start.Failed.class);
    }

    @Test
    @Tag("task-2")
    @DisplayName("While the storage is slow, the server goes on: it does not wait for a store")
    void a_slow_storage_keeps_no_server_waiting() {
        CountDownLatch open = new CountDownLatch(1);
        Database.start(Ledger.heldUpBy(open));
        Pid<TodoServer.Message> bobs = serverOf("Bob's list");

        TodoServer.addEntry(bobs, DAY, "dentist");
        TodoServer.addEntry(bobs, DAY, "shopping");

        assertThat(TodoServer.entries(bobs, DAY))
                .as("the entries of Bob's server, while the storage is slow")
                .hasSize(2);
        open.countDown();
    }

    @Test
    @Tag("task-2")
    @DisplayName("Every change is stored, even one that leaves as many entries as before")
    void a_change_of_no_entry_is_stored() {
        Database.start(Ledger.with(Map.of("Bob's list", new TodoList(7, List.of()))));

        TodoServer.clear(serverOf("Bob's list"));

        assertThat(Database.get("Bob's list"))
                .as("what is stored of Bob's list: an empty one, whose next id is 1")
                .isEqualTo(new Lookup.Found(TodoList.empty()));
    }

    private static Pid<TodoServer.Message> serverOf(String listName) {
        return TodoServer.start(listName).pid();
    }
}
