package todo.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import static java.util.concurrent.TimeUnit.SECONDS;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import otp.Pid;
import otp.Processes;

import todo.EndEveryProcess;
import todo.Running;
import todo.database.BusyDisk;
import todo.database.StandInWorker;
import todo.database.StoreResult;
import todo.list.TodoList;

import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.Callable;

@ExtendWith(EndEveryProcess.class)
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SavingTest {

    private static final LocalDate DAY = LocalDate.of(2016, 10, 1);
    private static final String LIST = "Bob's list";
    private static final TodoList DENTIST = TodoList.empty().add(DAY, "dentist");

    /** A pause that is over as soon as it has begun, and one that no test sees the end of. */
    private static final Duration SHORT = Duration.ofMillis(1);

    private static final Duration LONG = Duration.ofHours(1);

    private record TimeIsUp() {}

    private final BusyDisk disk = new BusyDisk();
    private final StandInWorker worker = new StandInWorker(LIST);
    private Pid<TodoServer.Message> server;

    @Test
    @Tag("task-4")
    @DisplayName("An entry that is answered as stored is on disk, whatever is killed after that")
    void stored_means_on_disk() {
        disk.start();
        disk.expectToStore();
        startServer(LONG);

        assertThat(add("dentist"))
                .as("the answer to the entry \"dentist\"")
                .isEqualTo(StoreResult.STORED);
        Running.processes().forEach(Running::kill);

        assertThat(disk.shelf().written(LIST))
                .as("what is on the disk of the list")
                .contains(DENTIST);
    }

    @Test
    @Tag("task-4")
    @DisplayName("When the database refuses a change, the client is told, and the entry is there")
    void a_client_is_told_that_its_entry_is_not_stored() throws InterruptedException {
        disk.start();
        disk.expectToStore();
        startServer(LONG);
        disk.occupy();
        disk.fill();

        assertThat(add("dentist"))
                .as("the answer to the entry \"dentist\"")
                .isEqualTo(StoreResult.BUSY);

        assertThat(TodoServer.entries(server, DAY))
                .as("the entries that the server has")
                .isEqualTo(DENTIST.entries());
        assertThat(disk.shelf().written(LIST)).as("what is on the disk of the list").isEmpty();
    }

    @Test
    @Tag("task-4")
    @DisplayName("Clearing a list that cannot be stored is answered as honestly")
    void a_client_is_told_that_clearing_is_not_stored() {
        worker.start();
        startServer(LONG);
        add("dentist");
        worker.fill();

        assertThat(TodoServer.clear(server)).as("the answer to clear").isEqualTo(StoreResult.BUSY);

        assertThat(TodoServer.entries(server, DAY)).as("the entries that the server has").isEmpty();
        expectStored(DENTIST);
    }

    @Test
    @Tag("task-4")
    @DisplayName("What was refused is stored by itself as soon as the disk has time")
    void what_was_refused_is_stored_later() {
        startServerOfFullWorker(SHORT);
        add("dentist");

        worker.makeRoom();

        awaitStored(DENTIST);
    }

    @Test
    @Tag("task-4")
    @DisplayName("While a change waits for the timer, others join it, and the worker is not asked")
    void others_join_what_waits() {
        startServerOfFullWorker(LONG);
        add("dentist");

        for (int entry = 1; entry <= 10; entry++) {
            assertThat(add("shopping"))
                    .as("the answer to the entry \"shopping\"")
                    .isEqualTo(StoreResult.BUSY);
        }
        assertThat(TodoServer.clear(server)).as("the answer to clear").isEqualTo(StoreResult.BUSY);
        assertThat(add("cinema"))
                .as("the answer to the entry \"cinema\"")
                .isEqualTo(StoreResult.BUSY);
        awaitTimers();

        assertThat(worker.refusals())
                .as("how often the worker was asked, with a timer that runs for an hour")
                .isEqualTo(1);
        worker.makeRoom();
        tellToTryAgain();
        expectStored(TodoList.empty().add(DAY, "cinema"));
    }

    @Test
    @Tag("task-4")
    @DisplayName("A server that is refused once more tries once more")
    void it_is_tried_until_it_is_stored() {
        startServerOfFullWorker(SHORT);
        add("dentist");
        awaitThat("the server asks again by itself", () -> worker.refusals() > 1);

        worker.makeRoom();

        awaitStored(DENTIST);
    }

    @Test
    @Tag("task-4")
    @DisplayName("A server pauses as long as it was told, and no longer, each time")
    void the_pause_is_the_servers_own() {
        startServerOfFullWorker(SHORT);
        add("dentist");
        awaitThat("the server asks again twenty times", () -> worker.refusals() > 20);

        awaitThat("five short pauses are over within 100 ms", this::asksAgainSoon);
    }

    @Test
    @Tag("task-4")
    @DisplayName("One timer is enough for all that was refused, and what is stored needs none")
    void one_timer_is_enough() {
        startServerOfFullWorker(SHORT);
        TodoList list = TodoList.empty();
        for (int entry = 1; entry <= 10; entry++) {
            add("shopping");
            list = list.add(DAY, "shopping");
        }
        worker.makeRoom();
        awaitStored(list);

        assertThat(add("dentist"))
                .as("the answer to the entry \"dentist\"")
                .isEqualTo(StoreResult.STORED);
        awaitTimers();

        expectStored(list, list.add(DAY, "dentist"));
    }

    @Test
    @Tag("task-4")
    @DisplayName("Once it is stored, the next change is stored at once again")
    void after_that_changes_are_stored_at_once() {
        startServerOfFullWorker(LONG);
        add("dentist");
        worker.makeRoom();
        tellToTryAgain();

        assertThat(add("shopping"))
                .as("the answer to the entry \"shopping\"")
                .isEqualTo(StoreResult.STORED);
        expectStored(DENTIST, DENTIST.add(DAY, "shopping"));
    }

    private void startServerOfFullWorker(Duration pause) {
        worker.start();
        worker.fill();
        startServer(pause);
    }

    private void startServer(Duration pause) {
        server = TodoServer.startLink(LIST, TodoServer.READING_LIMIT, pause).pid();
        TodoServer.entries(server, DAY);
    }

    private StoreResult add(String title) {
        return TodoServer.addEntry(server, DAY, title);
    }

    /** Tells whether the server is refused five times more before 100 ms are over. */
    private boolean asksAgainSoon() {
        Processes.sendAfter(Processes.self(), new TimeIsUp(), Duration.ofMillis(100));
        int fiveMore = worker.refusals() + 5;
        while (worker.refusals() < fiveMore) {
            if (isTimeUp()) {
                return false;
            }
            Thread.yield();
        }
        // A test that was held up itself has missed the moment, and must not take five for soon.
        return !isTimeUp();
    }

    private static boolean isTimeUp() {
        return Processes.receive(TimeIsUp.class, Duration.ZERO).isPresent();
    }

    /** Waits until each short timer of the server has sent its message, and the server has it. */
    private void awaitTimers() {
        Processes.sendAfter(Processes.self(), new TodoServer.TryAgain(), SHORT.multipliedBy(2));
        Processes.receive(TodoServer.TryAgain.class);
        TodoServer.entries(server, DAY);
    }

    /** Does what the timer does, and waits until the server has done what it does then. */
    @SuppressWarnings("unchecked")
    private void tellToTryAgain() {
        Processes.send((Pid<Object>) (Pid<?>) server, new TodoServer.TryAgain());
        TodoServer.entries(server, DAY);
    }

    private void awaitStored(TodoList list) {
        awaitThat(
                "the list is on disk, though no client asks", () -> worker.stored().contains(list));
    }

    private static void awaitThat(String what, Callable<Boolean> condition) {
        await().alias(what)
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .atMost(Duration.ofSeconds(5))
                .until(condition);
    }

    private void expectStored(TodoList... lists) {
        assertThat(worker.stored())
                .as("the states of the list that were written, one after the other")
                .containsExactly(lists);
    }
}
