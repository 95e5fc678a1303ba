package jobs;

import static otp.Processes.info;
import static otp.Processes.isAlive;
import static otp.Processes.mailboxLength;

import otp.Pid;
import otp.ProcessInfo.Status;
import otp.Sys;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Servers that take no messages until they are released: what comes meanwhile waits, and is taken
 * in the order of its coming.
 *
 * @param servers the servers; none, if the processes of a design run none
 */
record Held(List<Pid<?>> servers) implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration A_WHILE = Duration.ofSeconds(1);

    /** What processes are that obey no order, since they have no server's loop. */
    private static final Set<String> NO_SERVERS = Set.of("Process", "Task");

    static Held of(Collection<Pid<?>> processes) {
        List<Pid<?>> servers = processes.stream().filter(Held::isServer).toList();
        servers.forEach(server -> Sys.suspend(server, PATIENCE));
        return new Held(servers);
    }

    private static boolean isServer(Pid<?> process) {
        return info(process).filter(info -> !NO_SERVERS.contains(info.label())).isPresent();
    }

    /** Starts a client that asks for something, and waits until what it has sent is there. */
    void whileAsks(Supplier<Pid<?>> start) {
        int before = waiting();
        Pid<?> client = start.get();
        long begin = System.nanoTime();
        long busy = begin;
        while (!servers.isEmpty()
                && waiting() == before
                && System.nanoTime() - begin < PATIENCE.toNanos()
                && System.nanoTime() - busy < A_WHILE.toNanos()) {
            busy = isIdle(client) ? busy : System.nanoTime();
            Thread.yield();
        }
    }

    private int waiting() {
        return servers.stream().mapToInt(server -> mailboxLength(server)).sum();
    }

    /** One that waits for long asks other processes, or has its answer: so it may in any design. */
    private static boolean isIdle(Pid<?> client) {
        return info(client).filter(info -> info.status() == Status.RUNNING).isEmpty();
    }

    /** Releases the servers. */
    @Override
    public void close() {
        servers.stream()
                .filter(server -> isAlive(server))
                .forEach(server -> Sys.resume(server, PATIENCE));
    }
}
