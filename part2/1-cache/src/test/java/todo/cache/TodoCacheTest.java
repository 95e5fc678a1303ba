package todo.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import static otp.Processes.exit;
import static otp.Processes.isAlive;
import static otp.Processes.monitor;
import static otp.Processes.receive;
import static otp.Processes.self;
import static otp.Processes.spawn;
import static otp.Processes.spawnMonitor;

import static java.util.concurrent.TimeUnit.SECONDS;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import otp.Down;
import otp.Exit;
import otp.ExitReason;
import otp.Pid;
import otp.ProcessInfo;
import otp.Processes;

import todo.StartedProcesses;
import todo.list.Entry;
import todo.server.TodoServer;

import java.lang.ref.WeakReference;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

@Timeout(value = 15, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TodoCacheTest {

    private static final LocalDate DAY = LocalDate.of(2016, 10, 1);

    @AfterEach
    void end_every_process() {
        Pid<?> self = self();
        for (Pid<?> pid : Processes.list()) {
            if (pid != self) {
                exit(pid, ExitReason.KILL);
            }
        }
    }

    @Test
    @Tag("task-1")
    @DisplayName("The cache that is given is asked, under the list's name, and its answer returned")
    void the_given_cache_is_asked() {
        Pid<TodoServer.Message> bobs = TodoServer.start();
        Pid<TodoCache.Message> cache = CacheWithOneAnswer.start("Bob's list", bobs);

        assertThat(TodoCache.serverProcess(cache, "Bob's list"))
                .as("the server of Bob's list, asked for again")
                .isEqualTo(bobs);
    }

    @Test
    @Tag("task-1")
    @DisplayName("A cache that ends over a request is asked once, and its client learns the reason")
    void a_failed_request_fails_with_the_reason() {
        Pid<TodoCache.Message> cache = CacheWithOneAnswer.start("Bob's list", TodoServer.start());

        assertThatExceptionOfType(Exit.class)
                .as("asking a cache that ends over it")
                .isThrownBy(() -> TodoCache.serverProcess(cache, "Alice's list"))
                .withMessageStartingWith("asked for");
    }

    @Test
    @Tag("task-1")
    @DisplayName("A client that has its answer watches nothing: it has asked, and that is all")
    void a_client_that_has_asked_watches_nothing() {
        Pid<TodoCache.Message> cache = CacheWithOneAnswer.start("Bob's list", TodoServer.start());

        TodoCache.serverProcess(cache, "Bob's list");

        ProcessInfo client = Processes.info(self()).orElseThrow();
        assertThat(client.monitors()).as("what a client monitors after its request").isEmpty();
        assertThat(client.links()).as("what a client is linked to after its request").isEmpty();
    }

    @Test
    @Tag("task-2")
    @DisplayName("A list that is asked for the first time gets a server of its own")
    void another_name_gives_another_server() {
        Pid<TodoCache.Message> cache = TodoCache.start();

        Pid<TodoServer.Message> bobs = TodoCache.serverProcess(cache, "Bob's list");
        Pid<TodoServer.Message> alices = TodoCache.serverProcess(cache, "Alice's list");

        assertThat(alices)
                .as("the server for Alice's list: another one than Bob's")
                .isNotEqualTo(bobs);
    }

    @Test
    @Tag("task-2")
    @DisplayName("The process that is returned is a to-do list, and keeps entries")
    void the_server_is_a_todo_list() {
        Pid<TodoCache.Message> cache = TodoCache.start();
        Pid<TodoServer.Message> bobs = TodoCache.serverProcess(cache, "Bob's list");

        TodoServer.addEntry(bobs, DAY, "dentist");

        assertThat(TodoServer.entries(bobs, DAY))
                .as("the entries of Bob's list")
                .containsExactly(new Entry(1, DAY, "dentist"));
    }

    @Test
    @Tag("task-2")
    @DisplayName("Names are different lists if they differ at all, even in case or in a blank")
    void names_are_taken_as_they_are() {
        Pid<TodoCache.Message> cache = TodoCache.start();
        List<String> names =
                List.of(
                        "Bob",
                        "bob",
                        "Bob ",
                        " Bob",
                        "",
                        " ",
                        "Böb",
                        "Bo\u0308b",
                        "Báb",
                        "Aa",
                        "BB",
                        "Bo b",
                        "Bo\u00a0b",
                        "Bob\0",
                        "\uD800",
                        "\uD801",
                        "?",
                        "x".repeat(70_000) + "y",
                        "x".repeat(70_000) + "z");

        List<Pid<TodoServer.Message>> servers =
                names.stream().map(name -> TodoCache.serverProcess(cache, name)).toList();

        assertThat(servers)
                .as("the servers of the lists: each name has its own")
                .doesNotHaveDuplicates();
    }

    @Test
    @Tag("task-2")
    @DisplayName("Two thousand lists are two thousand processes more")
    void thousands_of_lists() {
        Pid<TodoCache.Message> cache = TodoCache.start();
        Set<Pid<?>> before = Set.copyOf(Processes.list());

        askForTwoThousandLists(cache);

        assertThat(Processes.list().stream().filter(pid -> !before.contains(pid)))
                .as("the processes that started: one for each list")
                .hasSize(2_000);
    }

    @Test
    @Tag("task-2")
    @DisplayName("A new list costs one process, and no other")
    void a_new_list_is_one_process() {
        Pid<TodoCache.Message> cache = TodoCache.start();

        int started = StartedProcesses.during(() -> TodoCache.serverProcess(cache, "Bob's list"));

        assertThat(started).as("processes that start with a new list").isEqualTo(1);
    }

    @Test
    @Tag("task-3")
    @DisplayName("A list that was asked for before is still served by the same process")
    void the_same_name_gives_the_same_server() {
        Pid<TodoCache.Message> cache = TodoCache.start();

        Pid<TodoServer.Message> bobs = TodoCache.serverProcess(cache, "Bob's list");
        TodoCache.serverProcess(cache, "Alice's list");

        String sameName = String.join("", "Bob's", " list");
        assertThat(TodoCache.serverProcess(cache, sameName))
                .as("the server of Bob's list, asked for again")
                .isEqualTo(bobs);
    }

    @Test
    @Tag("task-3")
    @DisplayName("No list is forgotten, however many there are, and even if no one holds its name")
    void no_list_is_forgotten() {
        Pid<TodoCache.Message> cache = TodoCache.start();
        List<Pid<TodoServer.Message>> first = askForTwoThousandLists(cache);

        collectGarbage();
        List<Pid<TodoServer.Message>> again = askForTwoThousandLists(cache);

        assertThat(IntStream.range(0, 2_000).filter(list -> again.get(list) != first.get(list)))
                .as("the numbers of the lists that have another server than at first")
                .isEmpty();
    }

    @Test
    @Tag("task-3")
    @DisplayName("The end of a server is the end of its list: cache and other lists go on")
    void the_end_of_a_server_leaves_the_others() {
        Pid<TodoCache.Message> cache = TodoCache.start();
        Pid<TodoServer.Message> bobs = TodoCache.serverProcess(cache, "Bob's list");
        Pid<TodoServer.Message> alices = TodoCache.serverProcess(cache, "Alice's list");

        end(bobs);
        assertThatNoException()
                .as("asking the cache for a list whose server has ended")
                .isThrownBy(() -> TodoCache.serverProcess(cache, "Bob's list"));

        assertThat(TodoCache.serverProcess(cache, "Alice's list"))
                .as("the server of Alice's list, after the end of Bob's")
                .isEqualTo(alices);
        assertThat(isAlive(alices)).as("Alice's server is alive").isTrue();
    }

    @Test
    @Tag("task-3")
    @DisplayName("Asking for a list again starts no process")
    void a_known_list_starts_no_process() {
        Pid<TodoCache.Message> cache = TodoCache.start();
        TodoCache.serverProcess(cache, "Bob's list");

        int started = StartedProcesses.during(() -> TodoCache.serverProcess(cache, "Bob's list"));

        assertThat(started).as("processes that start with a known list").isZero();
    }

    @Test
    @Tag("task-3")
    @DisplayName("However often lists are asked for, each server is monitored once at most")
    void a_known_list_is_not_monitored_again() {
        Pid<TodoCache.Message> cache = TodoCache.start();

        for (String name : List.of("Bob's list", "Bob's list", "Alice's list", "Bob's list")) {
            TodoCache.serverProcess(cache, name);
        }

        assertThat(Processes.info(cache).orElseThrow().monitors())
                .as("what the cache monitors: each server once at most")
                .doesNotHaveDuplicates()
                .hasSizeLessThanOrEqualTo(2);
    }

    @Test
    @Tag("task-3")
    @DisplayName("Two caches share nothing, not even the servers of lists with the same name")
    void two_caches_share_nothing() {
        Pid<TodoCache.Message> home = TodoCache.start();
        Pid<TodoCache.Message> office = TodoCache.start();
        Pid<TodoServer.Message> atHome = TodoCache.serverProcess(home, "shopping");

        assertThat(TodoCache.serverProcess(office, "shopping"))
                .as("the server of another cache")
                .isNotEqualTo(atHome);
        assertThat(TodoCache.serverProcess(home, "shopping"))
                .as("the server of the first cache, asked for again")
                .isEqualTo(atHome);
    }

    @Test
    @Tag("task-3")
    @DisplayName(
            "A hundred clients at once are served one at a time: a list never gets two servers")
    void a_hundred_clients_are_served_one_at_a_time() {
        Pid<TodoCache.Message> cache = TodoCache.start();
        Pid<TodoServer.Message> first = TodoCache.serverProcess(cache, "list 0");
        assertThat(TodoCache.serverProcess(cache, "list 0"))
                .as("the server of list 0, asked for again")
                .isEqualTo(first);

        for (int list = 1; list <= 10; list++) {
            String name = "list " + list;
            Queue<Pid<TodoServer.Message>> answers = askAtOnce(100, cache, name);

            assertThat(answers)
                    .as("the answers to a hundred clients that asked for %s at once", name)
                    .hasSize(100);
            assertThat(answers.stream().distinct().count())
                    .as("servers that a hundred clients got that asked for %s at once", name)
                    .isEqualTo(1);
        }
    }

    /** Twenty clients ask at once: on a busy machine, one alone waits for a core each time. */
    private static List<Pid<TodoServer.Message>> askForTwoThousandLists(
            Pid<TodoCache.Message> cache) {
        Map<Integer, Pid<TodoServer.Message>> answers = new ConcurrentSkipListMap<>();
        IntStream.range(0, 20)
                .forEach(client ->
                        spawnMonitor(() -> {
                            for (int number = client; number < 2_000; number += 20) {
                                answers.put(
                                        number, TodoCache.serverProcess(cache, "list " + number));
                            }
                        }));
        IntStream.range(0, 20).forEach(_ -> expectNormalEnd(receive(Down.class)));
        return List.copyOf(answers.values());
    }

    private static void collectGarbage() {
        var garbage = new WeakReference<>(new Object());
        while (garbage.get() != null) {
            System.gc();
        }
    }

    private static void end(Pid<?> process) {
        monitor(process);
        exit(process, ExitReason.KILL);
        receive(Down.class);
    }

    /** A process wakes them: so most have asked before the cache comes to its first message. */
    private static Queue<Pid<TodoServer.Message>> askAtOnce(
            int clients, Pid<TodoCache.Message> cache, String listName) {
        Queue<Pid<TodoServer.Message>> answers = new ConcurrentLinkedQueue<>();
        CountDownLatch start = new CountDownLatch(1);
        IntStream.range(0, clients)
                .forEach(_ ->
                        spawnMonitor(() -> {
                            await(start);
                            answers.add(TodoCache.serverProcess(cache, listName));
                        }));
        spawn(start::countDown);
        IntStream.range(0, clients).forEach(_ -> expectNormalEnd(receive(Down.class)));
        return answers;
    }

    private static void await(CountDownLatch start) {
        try {
            start.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void expectNormalEnd(Down client) {
        if (!client.reason().equals(ExitReason.NORMAL)) {
            throw new Exit(client.reason());
        }
    }
}
