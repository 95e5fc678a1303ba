package demo;

import otp.Exit;
import otp.ExitReason;
import otp.Pid;
import otp.Processes;

import todo.cache.TodoCache;
import todo.server.TodoServer;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * A process that adds an entry to a list, and then reads the list again and again. What fails is
 * tried again: all that it asks for has a name, and sooner or later a process has that name.
 */
final class Client {

    /** The day of all entries. */
    static final LocalDate DAY = LocalDate.of(2016, 10, 1);

    /** How long it goes on trying before it crashes. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration PAUSE = Duration.ofMillis(1);

    /** Tells the starter of a client that it has added its entry, and goes on. */
    record AtWork() {}

    /** Tells a client to come to an end. */
    record Enough() {}

    private final String list;
    private final String title;
    private final Duration pause;
    private final Map<String, Integer> failures = new TreeMap<>();
    private int answers;
    private Duration longest = Duration.ZERO;

    private Client(String list, String title, Duration pause) {
        this.list = list;
        this.title = title;
        this.pause = pause;
    }

    /**
     * Starts a client. It sends the caller {@link AtWork}, and after {@link Enough} what it has
     * {@link Noticed}.
     *
     * @param list the name of the list that it works with
     * @param title the entry that it adds
     * @param pause how long it rests between two requests
     */
    static Pid<Enough> start(String list, String title, Duration pause) {
        Pid<Object> starter = Processes.self();
        return Processes.spawn(() -> new Client(list, title, pause).work(starter));
    }

    private void work(Pid<Object> starter) {
        insist(this::add);
        Processes.send(starter, new AtWork());
        while (Processes.receive(Enough.class, pause).isEmpty()) {
            insist(this::read);
        }
        insist(this::read);
        Processes.send(starter, new Noticed(answers, failures, longest));
    }

    private void add() {
        Pid<TodoServer.Message> server = TodoCache.serverProcess(list);
        TodoServer.addEntry(server, DAY, title);
        TodoServer.entries(server, DAY);
    }

    private void read() {
        TodoServer.entries(TodoCache.serverProcess(list), DAY);
    }

    private void insist(Runnable request) {
        long begin = System.nanoTime();
        while (!isAnswered(request)) {
            if (since(begin).compareTo(PATIENCE) > 0) {
                throw new Exit(ExitReason.of("no answer, but " + failures));
            }
            // No process sends a Void: this only waits.
            Processes.receive(Void.class, PAUSE);
        }
        answers++;
        Duration time = since(begin);
        longest = time.compareTo(longest) > 0 ? time : longest;
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private boolean isAnswered(Runnable request) {
        try {
            request.run();
            return true;
        } catch (Exit exit) {
            failures.merge(cause(exit.reason()).toString(), 1, Integer::sum);
            return false;
        }
    }

    /** A server that crashed in a call of another one gives that call as its reason. */
    private static ExitReason cause(ExitReason reason) {
        return reason instanceof ExitReason.InCall call ? cause(call.reason()) : reason;
    }
}
