package todo.server;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.Processes.exit;
import static otp.Processes.isAlive;
import static otp.Processes.monitor;
import static otp.Processes.receive;

import static java.util.concurrent.TimeUnit.SECONDS;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import otp.Down;
import otp.ExitReason;
import otp.Pid;
import otp.Start;

import todo.EndEveryProcess;
import todo.StartedProcesses;
import todo.database.Database;
import todo.database.ListFolder;
import todo.database.Lookup;
import todo.list.Entry;
import todo.list.TodoList;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Stream;

@ExtendWith(EndEveryProcess.class)
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TodoServerTest {

    private static final LocalDate DAY = LocalDate.of(2016, 10, 1);

    @TempDir private Path home;
    private Pid<Database.Message> database;

    @BeforeEach
    void start_the_database() {
        database = Database.start(new ListFolder(home)).pid();
    }

    @Test
    @Tag("task-2")
    @DisplayName("A list that was never stored begins empty")
    void a_new_list_is_empty() {
        Pid<TodoServer.Message> bobs = serverOf("Bob's list");

        assertThat(TodoServer.entries(bobs, DAY))
                .as("the entries of a list that was never stored")
                .isEmpty();
    }

    @Test
    @Tag("task-2")
    @DisplayName("An entry that was added is there for the next client that asks")
    void an_entry_that_was_added_is_there() {
        Pid<TodoServer.Message> bobs = serverOf("Bob's list");

        TodoServer.addEntry(bobs, DAY, "dentist");

        assertThat(TodoServer.entries(bobs, DAY))
                .as("the entries of Bob's list, after one was added")
                .containsExactly(new Entry(1, DAY, "dentist"));
    }

    @Test
    @Tag("task-2")
    @DisplayName("Two lists of different names share nothing")
    void two_lists_share_nothing() {
        Pid<TodoServer.Message> bobs = serverOf("Bob's list");
        TodoServer.addEntry(bobs, DAY, "dentist");
        assertThat(TodoServer.entries(bobs, DAY))
                .as("the entries of Bob's list, after one was added")
                .hasSize(1);

        assertThat(TodoServer.entries(serverOf("Alice's list"), DAY))
                .as("the entries of Alice's list: nothing was added to it")
                .isEmpty();
    }

    @Test
    @Tag("task-2")
    @DisplayName("A list survives its server: another one goes on where the killed one was")
    void a_list_survives_its_server() {
        Pid<TodoServer.Message> killed = serverOf("Bob's list");
        TodoServer.addEntry(killed, DAY, "dentist");
        TodoServer.addEntry(killed, DAY, "shopping");
        assertThat(TodoServer.entries(killed, DAY))
                .as("the entries of Bob's list, before its server is killed")
                .hasSize(2);
        end(killed);

        Pid<TodoServer.Message> bobs = serverOf("Bob's list");
        TodoServer.addEntry(bobs, DAY, "cinema");

        assertThat(TodoServer.entries(bobs, DAY))
                .as("the entries of Bob's list: two of the killed server, and a new one")
                .containsExactly(
                        new Entry(1, DAY, "dentist"),
                        new Entry(2, DAY, "shopping"),
                        new Entry(3, DAY, "cinema"));
    }

    @Test
    @Tag("task-2")
    @DisplayName("A list survives the database as well, once it is on disk")
    void a_list_survives_the_database() {
        Pid<TodoServer.Message> killed = serverOf("Bob's list");
        TodoServer.addEntry(killed, DAY, "dentist");
        assertThat(TodoServer.entries(killed, DAY))
                .as("the entries of Bob's list, before its server is killed")
                .hasSize(1);
        assertThat(Database.get("Bob's list"))
                .as("what is stored of Bob's list, before its server is killed")
                .isInstanceOf(Lookup.Found.class);
        end(killed);
        end(database);

        start_the_database();

        assertThat(TodoServer.entries(serverOf("Bob's list"), DAY))
                .as("the entries of Bob's list, with another database and another server")
                .containsExactly(new Entry(1, DAY, "dentist"));
    }

    @Test
    @Tag("task-2")
    @DisplayName("Every change is stored under the name of the list, and nothing else is")
    void every_change_is_stored() {
        Pid<TodoServer.Message> bobs = serverOf("Bob's list");

        TodoServer.addEntry(bobs, DAY, "dentist");
        TodoServer.entries(bobs, DAY);

        assertThat(Database.get("Bob's list"))
                .as("what is stored of Bob's list, after one entry was added")
                .isEqualTo(new Lookup.Found(TodoList.empty().add(DAY, "dentist")));
        assertThat(home)
                .as("the folder: the file of Bob's list, and no other")
                .isDirectoryNotContaining(file -> !file.equals(onlyFile()));
    }

    @Test
    @Tag("task-2")
    @DisplayName("Looking at a list stores nothing")
    void looking_stores_nothing() {
        Pid<TodoServer.Message> bobs = serverOf("Bob's list");

        TodoServer.entries(bobs, DAY);

        assertThat(Database.get("Bob's list"))
                .as("what is stored of Bob's list, which was only looked at")
                .isEqualTo(new Lookup.None());
    }

    @Test
    @Tag("task-2")
    @DisplayName("The server itself has its changes stored: it starts no process for it")
    void handling_starts_no_process() {
        Pid<TodoServer.Message> bobs = serverOf("Bob's list");

        int started =
                StartedProcesses.during(() -> {
                    TodoServer.addEntry(bobs, DAY, "dentist");
                    TodoServer.entries(bobs, DAY);
                    TodoServer.clear(bobs);
                });

        assertThat(started).as("processes that adding, asking and clearing start").isZero();
    }

    @Test
    @Tag("task-2")
    @DisplayName("A list that was cleared is empty, and still is for the next server")
    void a_cleared_list_stays_empty() {
        Pid<TodoServer.Message> killed = serverOf("Bob's list");
        TodoServer.addEntry(killed, DAY, "dentist");
        TodoServer.clear(killed);
        assertThat(TodoServer.entries(killed, DAY))
                .as("the entries of Bob's list, after it was cleared")
                .isEmpty();
        end(killed);

        Pid<TodoServer.Message> bobs = serverOf("Bob's list");
        assertThat(TodoServer.entries(bobs, DAY))
                .as("the entries of the next server, after the list was cleared")
                .isEmpty();
        TodoServer.addEntry(bobs, DAY, "shopping");

        assertThat(TodoServer.entries(bobs, DAY))
                .as("the entries of the next server: ids begin at 1 again")
                .containsExactly(new Entry(1, DAY, "shopping"));
    }

    @Test
    @Tag("task-2")
    @DisplayName("A broken list has no server: the start says which file, and what is wrong")
    void a_broken_list_has_no_server() throws IOException {
        Pid<TodoServer.Message> killed = serverOf("Bob's list");
        TodoServer.addEntry(killed, DAY, "dentist");
        TodoServer.clear(killed);
        end(killed);
        assertThat(Database.get("Bob's list"))
                .as("what is stored of Bob's list, before its file is broken")
                .isInstanceOf(Lookup.Found.class);
        Path file = onlyFile();
        Files.writeString(file, "{\"name\":\"Bob's l");

        Start<TodoServer.Message> start = TodoServer.start("Bob's list");

        Lookup broken = Database.get("Bob's list");
        assertThat(broken)
                .as("what is found of Bob's list, after its file was broken")
                .isInstanceOf(Lookup.Broken.class)
                .extracting("file")
                .isEqualTo(file);
        assertThat(start)
                .as("what comes of starting a server for a broken list")
                .isEqualTo(new Start.Failed<>(ExitReason.of(broken)));
        assertThat(file)
                .as("the broken file, which is left as it is")
                .hasContent("{\"name\":\"Bob's l");
        assertThat(isAlive(database))
                .as("the database is alive, after a list could not be read")
                .isTrue();
    }

    private static Pid<TodoServer.Message> serverOf(String listName) {
        return TodoServer.start(listName).pid();
    }

    private Path onlyFile() {
        try (Stream<Path> files = Files.list(home)) {
            return files.findFirst()
                    .orElseThrow(() -> new AssertionError("no list is stored in " + home));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void end(Pid<?> process) {
        monitor(process);
        exit(process, ExitReason.KILL);
        receive(Down.class);
    }
}
