package demo;

import otp.Pid;
import otp.Processes;
import otp.SupervisionTree;
import otp.Supervisor;

import todo.cache.TodoCache;
import todo.server.TodoServer;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A mishap, and what came of it.
 *
 * @param mishap what happened
 * @param ended the processes that were there before, and are not any more
 * @param started the processes that are there now, and were not before
 * @param noticed what the clients saw of it, all together
 * @param lost how many entries had been on a list before, and were not afterwards
 */
record Trial(Mishap mishap, Census ended, Census started, Noticed noticed, int lost) {

    /** Has it happen while clients are at work. Blocks until all have done their last request. */
    static Trial of(Mishap mishap, Pid<Supervisor.Message> top, List<String> lists, Pace pace) {
        List<Pid<Client.Enough>> clients = startClients(mishap, lists, pace);
        Census before = Census.take();
        int entriesBefore = entries(lists);
        mishap.befall(top);
        // To draw the tree asks each supervisor, which answers when it has restarted all.
        SupervisionTree.of(top);
        Noticed noticed = stop(clients);
        Census after = Census.take();
        return new Trial(
                mishap,
                before.without(after),
                after.without(before),
                noticed,
                entriesBefore - entries(lists));
    }

    /** Starts clients, and waits until all of them are at work. */
    private static List<Pid<Client.Enough>> startClients(
            Mishap mishap, List<String> lists, Pace pace) {
        List<Pid<Client.Enough>> clients =
                IntStream.rangeClosed(1, pace.clients())
                        .mapToObj(number ->
                                Client.start(
                                        lists.get(number % lists.size()),
                                        "client %d: %s".formatted(number, mishap),
                                        pace.pause()))
                        .toList();
        clients.forEach(_ -> hear(Client.AtWork.class));
        return clients;
    }

    /** Stops the clients, and returns what they have noticed, all together. */
    private static Noticed stop(List<Pid<Client.Enough>> clients) {
        clients.forEach(client -> Processes.send(client, new Client.Enough()));
        return clients.stream()
                .map(_ -> hear(Noticed.class))
                .reduce(Noticed.nothing(), Noticed::and);
    }

    private static <T> T hear(Class<T> type) {
        return Processes.receive(type, Client.PATIENCE.multipliedBy(2))
                .orElseThrow(() ->
                        new IllegalStateException(
                                "a client has given up: the system does not answer any more"));
    }

    private static int entries(List<String> lists) {
        return lists.stream()
                .map(TodoCache::serverProcess)
                .mapToInt(server -> TodoServer.entries(server, Client.DAY).size())
                .sum();
    }
}
