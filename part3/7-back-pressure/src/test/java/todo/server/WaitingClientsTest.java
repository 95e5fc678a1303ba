package todo.server;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.Processes.receive;
import static otp.Processes.self;
import static otp.Processes.send;
import static otp.Processes.spawnMonitor;

import static java.util.concurrent.TimeUnit.SECONDS;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import otp.Pid;

import todo.EndEveryProcess;
import todo.Running;
import todo.database.Database;
import todo.database.Lookup;
import todo.list.Entry;
import todo.list.TodoList;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

@ExtendWith(EndEveryProcess.class)
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WaitingClientsTest {

    private static final LocalDate DAY = LocalDate.of(2016, 10, 1);
    private static final String LIST = "Bob's list";
    private static final Entry DENTIST = new Entry(1, DAY, "dentist");
    private static final Entry SHOPPING = new Entry(2, DAY, "shopping");

    private final SlowDisk disk = new SlowDisk();
    private Pid<TodoServer.Message> server;
    private int requests;

    /**
     * What a client has been told.
     *
     * @param number which of the clients it is
     * @param entries the entries, none if it did not ask for any
     */
    private record Answer(int number, List<Entry> entries) {}

    @Test
    @Tag("task-4")
    @DisplayName(
            "Once the list is there, the clients that wait are answered, in the order they asked")
    void waiting_clients_are_answered_in_order() throws InterruptedException {
        disk.start();
        server = disk.startLoading(LIST);
        add("dentist");
        read();
        add("shopping");
        read();
        clear();
        read();

        disk.release(LIST);

        assertThat(answers(6))
                .as("the answers, with the number of each client")
                .containsExactlyInAnyOrder(
                        new Answer(1, List.of()),
                        new Answer(2, List.of(DENTIST)),
                        new Answer(3, List.of()),
                        new Answer(4, List.of(DENTIST, SHOPPING)),
                        new Answer(5, List.of()),
                        new Answer(6, List.of()));
    }

    @Test
    @Tag("task-4")
    @DisplayName("What is added meanwhile comes behind what was stored, and is stored as well")
    void what_is_added_meanwhile_comes_behind_what_was_stored() throws InterruptedException {
        disk.start();
        TodoList stored = TodoList.empty().add(DAY, "dentist");
        Database.store(LIST, stored);
        Database.get(LIST);
        server = disk.startLoading(LIST);
        add("shopping");

        disk.release(LIST);

        assertThat(answers(1))
                .as("the answers, with the number of each client")
                .containsExactly(new Answer(1, List.of()));
        assertThat(TodoServer.entries(server, DAY))
                .as("the entries that the server has")
                .containsExactly(DENTIST, SHOPPING);
        assertThat(Database.get(LIST))
                .as("what is stored of the list")
                .isEqualTo(new Lookup.Found(stored.add(DAY, "shopping")));
    }

    @Test
    @Tag("task-1")
    @DisplayName("A list that was never stored begins empty, and its server is ready")
    void a_new_list_begins_empty() throws InterruptedException {
        disk.start();

        server = disk.startLoaded(LIST);

        assertThat(TodoServer.entries(server, DAY)).as("the entries that the server has").isEmpty();
        assertThat(TodoServer.isReady(server)).as("the server says that it has its list").isTrue();
    }

    @Test
    @Tag("task-4")
    @DisplayName("A list is read once, and what is asked after that is answered from memory")
    void a_list_is_read_once() throws InterruptedException {
        disk.start();
        server = disk.startLoaded(LIST);

        TodoServer.addEntry(server, DAY, "dentist");
        TodoServer.addEntry(server, DAY, "shopping");

        assertThat(TodoServer.entries(server, DAY))
                .as("the entries that the server has")
                .containsExactly(DENTIST, SHOPPING);
        TodoServer.clear(server);
        assertThat(TodoServer.entries(server, DAY)).as("the entries that the server has").isEmpty();
        assertThat(disk.readings(LIST)).as("how often the list was read").isEqualTo(1);
    }

    private void add(String title) {
        ask(() -> {
            TodoServer.addEntry(server, DAY, title);
            return List.of();
        });
    }

    private void clear() {
        ask(() -> {
            TodoServer.clear(server);
            return List.of();
        });
    }

    private void read() {
        ask(() -> TodoServer.entries(server, DAY));
    }

    /** Returns what the clients were told, when each has ended; fails if one was told nothing. */
    private static List<Answer> answers(int number) {
        for (int client = 1; client <= number; client++) {
            SlowDisk.expectNormal(Running.awaitEnd());
        }
        return Stream.generate(() -> receive(Answer.class)).limit(number).toList();
    }

    /** Has a client ask, and waits until the server has its request. */
    private void ask(Supplier<List<Entry>> request) {
        int number = ++requests;
        Pid<Object> test = self();
        spawnMonitor(() -> send(test, new Answer(number, request.get())));
        disk.awaitRequests(server, number);
    }
}
