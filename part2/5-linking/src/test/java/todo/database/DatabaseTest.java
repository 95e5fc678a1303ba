package todo.database;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.Processes.exit;
import static otp.Processes.info;
import static otp.Processes.receive;
import static otp.Processes.self;
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
import otp.ProcessInfo;
import otp.Processes;
import otp.Start;

import todo.EndEveryProcess;
import todo.Running;
import todo.list.TodoList;

import java.time.LocalDate;
import java.util.List;

@ExtendWith(EndEveryProcess.class)
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DatabaseTest {

    private static final TodoList DENTIST =
            TodoList.empty().add(LocalDate.of(2016, 10, 1), "dentist");

    @Test
    @Tag("task-4")
    @DisplayName("The database is linked to the process that starts it")
    void the_database_is_linked_to_its_starter() {
        Pid<Database.Message> database = startDatabase();

        assertThat(links(self()))
                .as("the processes that the starter is linked to: the database alone")
                .containsExactly(database);
    }

    @Test
    @Tag("task-4")
    @DisplayName("Every worker is linked to the database")
    void every_worker_is_linked_to_the_database() {
        Pid<Database.Message> database = startDatabase();

        assertThat(workers(database))
                .as("the workers that the database is linked to")
                .hasSize(Database.WORKERS);
        assertThat(Running.processes())
                .as("processes that run: the database and its workers")
                .hasSize(1 + Database.WORKERS);
        assertThat(workers(database))
                .as("the workers have no names: the database knows them by their pids")
                .allMatch(worker -> info(worker).flatMap(ProcessInfo::name).isEmpty());
    }

    @Test
    @Tag("task-4")
    @DisplayName("A killed worker takes the database and all other workers along")
    void a_killed_worker_takes_all_others_along() {
        Pid<Database.Message> database = startDatabase();
        List<Pid<?>> workers = workers(database);
        assertThat(workers)
                .as("the workers that the database is linked to, before one is killed")
                .hasSize(Database.WORKERS);

        killOneOf(Running.processes(), workers.getLast());

        assertThat(Running.processes())
                .as("processes that are left when a worker was killed")
                .isEmpty();
    }

    @Test
    @Tag("task-4")
    @DisplayName("A killed database takes its workers along")
    void a_killed_database_takes_its_workers_along() {
        Pid<Database.Message> database = startDatabase();
        assertThat(workers(database))
                .as("the workers that the database is linked to, before it is killed")
                .hasSize(Database.WORKERS);

        killOneOf(Running.processes(), database);

        assertThat(Running.processes())
                .as("processes that are left when the database was killed")
                .isEmpty();
    }

    @Test
    @Tag("task-4")
    @DisplayName("There is one database at a time: starting it again starts nothing")
    void there_is_one_database_at_a_time() {
        Pid<Database.Message> database = startDatabase();
        int before = Running.processes().size();

        assertThat(Database.startLink(new Shelf()))
                .as("what comes of starting a second database")
                .isEqualTo(new Start.AlreadyStarted<>(database));
        assertThat(Running.processes())
                .as("processes that run: the second start has left none behind")
                .hasSize(before);
    }

    @Test
    @Tag("task-4")
    @DisplayName("A list that was stored is found, and another one is not")
    void a_stored_list_is_found() {
        startDatabase();

        Database.store("Bob's list", DENTIST);

        assertThat(Database.get("Bob's list"))
                .as("what is found of Bob's list")
                .isEqualTo(new Lookup.Found(DENTIST));
        assertThat(Database.get("Alice's list"))
                .as("what is found of Alice's list, which was not stored")
                .isEqualTo(new Lookup.None());
    }

    /** Starts the database; its end is a message to the test, and not the end of the test. */
    private static Pid<Database.Message> startDatabase() {
        trapExits(true);
        return Database.startLink(new Shelf()).pid();
    }

    private static void killOneOf(List<Pid<?>> all, Pid<?> one) {
        all.forEach(Processes::monitor);
        exit(one, ExitReason.KILL);
        all.forEach(_ -> receive(Down.class));
    }

    private static List<Pid<?>> workers(Pid<Database.Message> database) {
        Pid<?> starter = self();
        return links(database).stream().filter(pid -> pid != starter).toList();
    }

    private static List<Pid<?>> links(Pid<?> process) {
        return Running.links(process);
    }
}
