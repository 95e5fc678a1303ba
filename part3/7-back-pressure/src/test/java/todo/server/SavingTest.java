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
import todo.database.StoreResult;
import todo.list.Entry;
import todo.list.TodoList;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

@ExtendWith(EndEveryProcess.class)
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SavingTest {

    private static final LocalDate DAY = LocalDate.of(2016, 10, 1);
    private static final String LIST = "Bob's list";
    private static final TodoList DENTIST = TodoList.empty().add(DAY, "dentist");

    private final BusyDisk disk = new BusyDisk();
    private Pid<TodoServer.Message> server;

    @Test
    @Tag("task-4")
    @DisplayName("An entry that is answered as stored is on disk, whatever is killed after that")
    void stored_means_on_disk() {
        startServer();

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
        startServerWithFullDisk();

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
    void a_client_is_told_that_clearing_is_not_stored() throws InterruptedException {
        startServer();
        add("dentist");
        disk.occupy();
        disk.fill();

        assertThat(TodoServer.clear(server)).as("the answer to clear").isEqualTo(StoreResult.BUSY);

        assertThat(TodoServer.entries(server, DAY)).as("the entries that the server has").isEmpty();
        assertThat(disk.shelf().written(LIST))
                .as("what is on the disk of the list")
                .contains(DENTIST);
    }

    @Test
    @Tag("task-4")
    @DisplayName("What was refused is stored by itself as soon as the disk has time")
    void what_was_refused_is_stored_later() throws InterruptedException {
        startServerWithFullDisk();
        add("dentist");

        disk.release();

        awaitWritten(DENTIST);
    }

    @Test
    @Tag("task-4")
    @DisplayName("While a change waits for the timer, others join it, and the worker is not asked")
    void others_join_what_waits() throws InterruptedException {
        startServerWithFullDisk();
        add("dentist");
        long asked = disk.handled();

        for (int entry = 1; entry <= 10; entry++) {
            assertThat(add("shopping"))
                    .as("the answer to the entry \"shopping\"")
                    .isEqualTo(StoreResult.BUSY);
        }
        assertThat(TodoServer.clear(server)).as("the answer to clear").isEqualTo(StoreResult.BUSY);
        assertThat(add("cinema"))
                .as("the answer to the entry \"cinema\"")
                .isEqualTo(StoreResult.BUSY);

        assertThat(disk.handled() - asked)
                .as("requests of the worker, of which a slow machine's timer may make some")
                .isLessThan(12);
        disk.release();
        awaitTurn();
        tellToTryAgain();
        assertThat(disk.shelf().written(LIST).orElseThrow().entries())
                .as("what is on the disk of the list")
                .extracting(Entry::title)
                .containsExactly("cinema");
        assertThat(disk.shelf().writings(LIST))
                .as("how often the list was written, by the timer and by the test")
                .isLessThanOrEqualTo(2);
    }

    @Test
    @Tag("task-4")
    @DisplayName("A server that is refused once more tries once more")
    void it_is_tried_until_it_is_stored() throws InterruptedException {
        startServerWithFullDisk();
        add("dentist");
        long asked = disk.handled();
        await().alias("the server asks again by itself")
                .pollInSameThread()
                .pollInterval(Duration.ofMillis(1))
                .until(() -> disk.handled() > asked);

        disk.release();

        awaitWritten(DENTIST);
    }

    @Test
    @Tag("task-4")
    @DisplayName("One timer is enough for all that was refused, and what is stored needs none")
    void one_timer_is_enough() throws InterruptedException {
        startServerWithFullDisk();
        TodoList list = TodoList.empty();
        for (int entry = 1; entry <= 10; entry++) {
            add("shopping");
            list = list.add(DAY, "shopping");
        }
        disk.release();
        awaitTurn();
        awaitWritten(list);

        assertThat(add("dentist"))
                .as("the answer to the entry \"dentist\"")
                .isEqualTo(StoreResult.STORED);
        awaitTimers();

        assertThat(disk.shelf().writings(LIST))
                .as("how often the list was written: for what was refused, and for the dentist")
                .isEqualTo(2);
    }

    @Test
    @Tag("task-4")
    @DisplayName("Once it is stored, the next change is stored at once again")
    void after_that_changes_are_stored_at_once() throws InterruptedException {
        startServerWithFullDisk();
        add("dentist");
        disk.release();
        awaitTurn();
        tellToTryAgain();

        assertThat(add("shopping"))
                .as("the answer to the entry \"shopping\"")
                .isEqualTo(StoreResult.STORED);
        assertThat(disk.shelf().written(LIST))
                .as("what is on the disk of the list")
                .contains(DENTIST.add(DAY, "shopping"));
    }

    private void startServer() {
        disk.start();
        disk.expectToStore();
        server = TodoServer.startLink(LIST).pid();
        TodoServer.entries(server, DAY);
    }

    private void startServerWithFullDisk() throws InterruptedException {
        startServer();
        disk.occupy();
        disk.fill();
    }

    private StoreResult add(String title) {
        return TodoServer.addEntry(server, DAY, title);
    }

    /** Waits until all have been served that had waited when the disk was released. */
    private static void awaitTurn() {
        BusyDisk.told(BusyDisk.LIMIT);
    }

    /** Waits until every timer of the server has sent its message, and the server has it. */
    private void awaitTimers() {
        Processes.sendAfter(
                Processes.self(), new TodoServer.TryAgain(), TodoServer.PAUSE.multipliedBy(2));
        Processes.receive(TodoServer.TryAgain.class);
        TodoServer.entries(server, DAY);
    }

    /** Does what the timer does, and waits until the server has done what it does then. */
    @SuppressWarnings("unchecked")
    private void tellToTryAgain() {
        Processes.send((Pid<Object>) (Pid<?>) server, new TodoServer.TryAgain());
        TodoServer.entries(server, DAY);
    }

    private void awaitWritten(TodoList list) {
        await().alias("the list is on disk, though no client asks")
                .pollInterval(Duration.ofMillis(1))
                .atMost(Duration.ofSeconds(5))
                .until(() -> disk.shelf().written(LIST).equals(Optional.of(list)));
    }
}
