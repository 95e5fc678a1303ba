package todo.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import static otp.Processes.exit;
import static otp.Processes.isAlive;
import static otp.Processes.receive;
import static otp.Processes.spawnMonitor;
import static otp.Processes.trapExits;

import static java.util.concurrent.TimeUnit.SECONDS;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import otp.ChildSpec;
import otp.Down;
import otp.Exit;
import otp.ExitMessage;
import otp.ExitReason;
import otp.Pid;
import otp.Processes;
import otp.Start;
import otp.Supervisor;
import otp.Supervisor.ChildInfo;
import otp.Tuple;

import todo.EndEveryProcess;
import todo.Running;
import todo.list.TodoList;
import todo.registry.ProcessRegistry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;

@ExtendWith(EndEveryProcess.class)
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DatabaseTest {

    private static final LocalDate DAY = LocalDate.of(2016, 10, 1);
    private static final TodoList ONE = TodoList.empty().add(DAY, "dentist");
    private static final TodoList TWO = ONE.add(DAY, "shopping");
    private static final TodoList THREE = TWO.add(DAY, "cinema");

    private final Shelf shelf = new Shelf();
    private Pid<Supervisor.Message> pool;
    private int deaths;

    @Test
    @DisplayName("A supervisor and exactly ten workers start, with the numbers from 0 to 9")
    void exactly_ten_workers_start() {
        startDatabase();

        assertThat(Running.processes())
                .as("processes that run: the registry, the supervisor and ten workers")
                .hasSize(1 + 1 + 10);
        assertThat(Supervisor.countChildren(pool).active()).as("workers that run").isEqualTo(10);
        assertThat(workers()).as("the ten workers").doesNotHaveDuplicates().hasSize(10);
    }

    @Test
    @DisplayName("A killed worker is restarted alone, under its number")
    void a_killed_worker_is_restarted_alone() {
        startDatabase();
        List<Pid<?>> before = workers();

        kill(before.get(3));

        List<Pid<?>> expected = new ArrayList<>(before);
        expected.set(3, worker(3));
        assertThat(worker(3)).as("worker 3").isNotEqualTo(before.get(3));
        assertThat(workers()).as("the ten workers").isEqualTo(expected);
    }

    @Test
    @DisplayName("The pool allows five kills in five seconds, and gives up with the sixth")
    void the_pool_gives_up_with_the_sixth_kill() {
        startDatabase();
        List<Pid<?>> last = List.of();
        List<Long> kills = new ArrayList<>();

        while (Running.goesOn(pool) && !areTooMany(kills)) {
            last = workers();
            kills.add(System.nanoTime());
            Running.kill(last.get(kills.size() % last.size()));
        }

        assertThat(kills.size()).as("with which kill the pool gave up").isGreaterThanOrEqualTo(6);
        assertThat(isAlive(pool)).as("the pool lives after six kills in five seconds").isFalse();
        assertThat(receive(ExitMessage.class))
                .as("the message that the end of the supervisor sends")
                .isEqualTo(new ExitMessage(pool, ExitReason.SHUTDOWN));
        assertThat(last).as("the last workers").noneMatch(Processes::isAlive);
    }

    @Test
    @DisplayName("The same list always has the same worker, and no process is asked for it")
    void the_same_list_has_the_same_worker() {
        assertThat(IntStream.range(0, 100).map(_ -> Database.worker("Bob's list")).distinct())
                .as("the workers of Bob's list, asked for a hundred times")
                .hasSize(1);
    }

    @Test
    @DisplayName("Every worker has lists, and any text has a worker")
    void any_text_has_a_worker() {
        assertThat(IntStream.range(0, 1000).map(i -> Database.worker("list " + i)).distinct())
                .as("the workers that a thousand lists have")
                .containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat("polygenelubricants".hashCode())
                .as("the hash code of the name: the lowest that there is")
                .isEqualTo(Integer.MIN_VALUE);
        assertThat(Database.worker("polygenelubricants"))
                .as("the number of the worker for the list \"polygenelubricants\"")
                .isBetween(0, 9);
        assertThat(Database.worker(""))
                .as("the number of the worker for the list \"\"")
                .isBetween(0, 9);
    }

    @Test
    @DisplayName("Lists that were stored are found, and others are not")
    void stored_lists_are_found() {
        startDatabase();

        IntStream.range(0, 100).forEach(i -> Database.store("list " + i, ONE));
        Database.store("list 7", TWO);

        assertThat(Database.get("list 7"))
                .as("what is stored of list 7")
                .isEqualTo(new Lookup.Found(TWO));
        assertThat(Database.get("list 99"))
                .as("what is stored of list 99")
                .isEqualTo(new Lookup.Found(ONE));
        assertThat(Database.get("list 100"))
                .as("what is stored of list 100")
                .isEqualTo(new Lookup.None());
    }

    @Test
    @DisplayName("The worker with the number of a list does all the work with it")
    void the_worker_of_a_list_does_all_the_work() {
        startDatabase();

        Database.store("Bob's list", ONE);
        Database.get("Bob's list");

        assertThat(shelf.workers())
                .as("the processes that have used the storage")
                .isEqualTo(Set.of(workerOf("Bob's list")));
    }

    @Test
    @DisplayName("While one list is slow, the lists of other workers are served")
    void a_slow_list_keeps_no_other_worker_waiting() throws InterruptedException {
        startDatabase();
        String other = listOfAnotherWorker("Bob's list");
        hold("Bob's list");

        Database.store("Bob's list", ONE);
        shelf.awaitWorkWith("Bob's list");
        Database.store(other, TWO);

        assertThat(Database.get(other))
                .as("what is stored of a list of another worker")
                .isEqualTo(new Lookup.Found(TWO));
        shelf.release("Bob's list");
        assertThat(Database.get("Bob's list"))
                .as("what is stored of Bob's list")
                .isEqualTo(new Lookup.Found(ONE));
    }

    @Test
    @DisplayName("No process stands between client and worker: a busy supervisor is not missed")
    void no_client_waits_for_the_supervisor() throws InterruptedException {
        startDatabase();
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        spawnMonitor(() -> Supervisor.startChild(pool, startsWhen(busy, done)));
        busy.await();

        Database.store("Bob's list", ONE);

        assertThat(Database.get("Bob's list"))
                .as("what is stored of Bob's list")
                .isEqualTo(new Lookup.Found(ONE));
        done.countDown();
        assertThat(receive(Down.class).reason())
                .as("why the process has ended")
                .isEqualTo(ExitReason.NORMAL);
    }

    @Test
    @DisplayName("A worker that is killed at work loses what it worked on and what waits for it")
    void a_killed_worker_loses_its_mailbox_and_nothing_else() throws InterruptedException {
        startDatabase();
        String neighbour = listOfTheSameWorker("Bob's list");
        String other = listOfAnotherWorker("Bob's list");
        Database.store("Bob's list", ONE);
        Database.get("Bob's list");
        hold("Bob's list");
        Database.store("Bob's list", TWO); // is being worked on
        shelf.awaitWorkWith("Bob's list");
        Database.store("Bob's list", THREE); // waits in the mailbox
        Database.store(neighbour, ONE); // waits in the mailbox
        Database.store(other, ONE); // is another worker's

        kill(workerOf("Bob's list"));
        shelf.release("Bob's list");

        assertThat(Database.get("Bob's list"))
                .as("what is stored of Bob's list")
                .isEqualTo(new Lookup.Found(ONE));
        assertThat(Database.get(neighbour))
                .as("what is stored of a list of the same worker")
                .isEqualTo(new Lookup.None());
        assertThat(Database.get(other))
                .as("what is stored of a list of another worker")
                .isEqualTo(new Lookup.Found(ONE));
    }

    @Test
    @DisplayName("The next change of a list stores what the killed worker has lost, too")
    void the_next_change_stores_the_whole_list() throws InterruptedException {
        startDatabase();
        hold("Bob's list");
        Database.store("Bob's list", ONE);
        shelf.awaitWorkWith("Bob's list");
        kill(workerOf("Bob's list"));
        shelf.release("Bob's list");
        assertThat(Database.get("Bob's list"))
                .as("what is stored of Bob's list")
                .isEqualTo(new Lookup.None());

        Database.store("Bob's list", TWO);

        assertThat(Database.get("Bob's list"))
                .as("what is stored of Bob's list")
                .isEqualTo(new Lookup.Found(TWO));
    }

    @Test
    @DisplayName("A client that waits for a worker is told when it is killed")
    void clients_of_a_killed_worker_are_told() throws InterruptedException {
        startDatabase();
        Pid<?> worker = workerOf("Bob's list");
        hold("Bob's list");
        spawnMonitor(() -> Database.get("Bob's list"));
        shelf.awaitWorkWith("Bob's list");

        exit(worker, ExitReason.KILL);

        assertThat(receive(Down.class).reason())
                .as("why the process has ended")
                .isInstanceOfSatisfying(
                        ExitReason.InCall.class,
                        it ->
                                assertThat(it.reason())
                                        .as("the reason for which the call has failed")
                                        .isEqualTo(ExitReason.KILLED));
    }

    @Test
    @DisplayName("While a list has no worker, what is stored is lost, and looking fails")
    void a_list_without_a_worker() {
        startDatabase();
        Object id = idOf(workerOf("Bob's list"));
        Supervisor.terminateChild(pool, id);

        Database.store("Bob's list", ONE);
        assertThatExceptionOfType(Exit.class)
                .as("asking for a list without workers")
                .isThrownBy(() -> Database.get("Bob's list"))
                .withMessageStartingWith("noproc");
        Supervisor.restartChild(pool, id);

        assertThat(Database.get("Bob's list"))
                .as("what is stored of Bob's list")
                .isEqualTo(new Lookup.None());
    }

    private void startDatabase() {
        trapExits(true);
        ProcessRegistry.startLink().pid();
        pool = Database.startLink(shelf).pid();
    }

    /** Has each process wait that works with a list from now on. */
    private void hold(String listName) {
        Database.get(listName);
        shelf.hold(listName);
    }

    /** Kills a process, and waits until the pool has done what there is to do. */
    private void kill(Pid<?> worker) {
        Running.kill(worker);
        Running.expectToGoOn(pool, ++deaths);
    }

    /** Tells whether the last six were in five seconds: on a busy machine it may take more. */
    private static boolean areTooMany(List<Long> kills) {
        return kills.size() >= 6
                && System.nanoTime() - kills.get(kills.size() - 6) < SECONDS.toNanos(5);
    }

    private static List<Pid<?>> workers() {
        return IntStream.range(0, 10).<Pid<?>>mapToObj(DatabaseTest::worker).toList();
    }

    private static Pid<?> worker(int number) {
        return ProcessRegistry.whereisName(Tuple.of("database_worker", number))
                .orElseThrow(() -> new AssertionError("there is no worker " + number));
    }

    /** With a choice that changes from time to time, the other tests would wait for ever. */
    private static int numberOf(String listName) {
        int number = Database.worker(listName);
        for (int again = 0; again < 10; again++) {
            assertThat(Database.worker(listName)).as("the worker of " + listName).isEqualTo(number);
        }
        return number;
    }

    private static Pid<?> workerOf(String listName) {
        return worker(numberOf(listName));
    }

    private static String listOfAnotherWorker(String listName) {
        int number = numberOf(listName);
        return lists().filter(other -> numberOf(other) != number).findFirst().orElseThrow();
    }

    private static String listOfTheSameWorker(String listName) {
        int number = numberOf(listName);
        return lists().filter(other -> numberOf(other) == number).findFirst().orElseThrow();
    }

    private static Stream<String> lists() {
        return IntStream.range(0, 1000).mapToObj(i -> "list " + i);
    }

    private Object idOf(Pid<?> worker) {
        return Supervisor.whichChildren(pool).stream()
                .filter(child -> child.pid().equals(Optional.of(worker)))
                .map(ChildInfo::id)
                .findFirst()
                .orElseThrow(() -> new AssertionError(worker + " is no child of the pool"));
    }

    /** Specifies a child whose start keeps its supervisor busy. */
    private static ChildSpec<Object> startsWhen(CountDownLatch busy, CountDownLatch done) {
        return ChildSpec.worker(
                "busy",
                () -> {
                    busy.countDown();
                    try {
                        done.await();
                    } catch (InterruptedException end) {
                        throw new IllegalStateException(end);
                    }
                    return new Start.Ignore<>();
                });
    }
}
