package todo.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

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

import otp.Down;
import otp.Exit;
import otp.ExitReason;
import otp.Pid;

import todo.EndEveryProcess;
import todo.list.TodoList;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** What the end of a worker means to lists, whether the database replaces the worker or not. */
@ExtendWith(EndEveryProcess.class)
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DeadWorkerTest {

    private static final String NO_ANSWER = "no answer";
    private static final TodoList DENTIST =
            TodoList.empty().add(LocalDate.of(2016, 10, 1), "dentist");

    private Pid<Database.Message> database;

    @BeforeEach
    void start_the_database() {
        database = Database.start(new Shelf()).pid();
    }

    @Test
    @Tag("task-3")
    @DisplayName("A list keeps its worker when another worker ends")
    void every_other_list_keeps_its_worker() {
        Map<String, Pid<DatabaseWorker.Message>> others = new HashMap<>();
        Pid<DatabaseWorker.Message> dead = Database.worker("Bob's list");
        IntStream.range(0, 100)
                .mapToObj(number -> "list " + number)
                .filter(name -> !Database.worker(name).equals(dead))
                .forEach(name -> others.put(name, Database.worker(name)));
        assertThat(others).as("the lists of other workers").isNotEmpty();

        end(dead);

        assertThat(others)
                .as("the lists of other workers: each has the worker that it had before")
                .allSatisfy((name, worker) ->
                        assertThat(Database.worker(name))
                                .as("the worker of the list, after the end of another worker")
                                .isEqualTo(worker));
        assertThat(isAlive(database))
                .as("the database is alive, after the end of a worker")
                .isTrue();
    }

    @Test
    @Tag("task-4")
    @DisplayName("A list whose worker has ended is never taken for one that was not stored")
    void a_stored_list_is_not_missing() {
        Database.store("Bob's list", DENTIST);
        assertThat(Database.get("Bob's list"))
                .as("what is found of Bob's list, before its worker ends")
                .isEqualTo(new Lookup.Found(DENTIST));

        end(Database.worker("Bob's list"));

        assertThat(whatIsFoundOfBobsList())
                .as("what is found of Bob's list: it is stored, whether its worker answers or not")
                .isIn(NO_ANSWER, new Lookup.Found(DENTIST));
    }

    @Test
    @Tag("task-4")
    @DisplayName("Storing does not ask whether the worker of the list is alive")
    void storing_does_not_ask_the_worker() {
        end(Database.worker("Bob's list"));

        assertThatNoException()
                .as("storing a list whose worker has ended")
                .isThrownBy(() -> Database.store("Bob's list", DENTIST));
    }

    private static Object whatIsFoundOfBobsList() {
        try {
            return Database.get("Bob's list");
        } catch (Exit noAnswer) {
            return NO_ANSWER;
        }
    }

    private static void end(Pid<?> process) {
        monitor(process);
        exit(process, ExitReason.KILL);
        receive(Down.class);
    }
}
