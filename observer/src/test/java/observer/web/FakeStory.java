package observer.web;

import observer.wire.Changes;
import observer.wire.Counts;
import observer.wire.Json;
import observer.wire.Limits;
import observer.wire.LogEntry;
import observer.wire.MessageView;
import observer.wire.Picture;
import observer.wire.ProcessView;
import observer.wire.ProcessView.Kind;
import observer.wire.ProcessView.State;
import observer.wire.Settings;
import observer.wire.SupervisionView;
import observer.wire.TableView;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A system that does not exist, for work on the page: every three seconds one of it dies. */
public final class FakeStory {

    private final Map<Long, ProcessView> processes = new LinkedHashMap<>();
    private final List<MessageView> messages = new ArrayList<>();
    private final List<LogEntry> log = new ArrayList<>();
    private final Broadcast broadcast = new Broadcast("fake" + System.nanoTime() % 1000);
    private final TableView table =
            new TableView("1", ":todo_process_registry", 2, "set", "protected", null, 4);
    private long version;
    private long last = 20;

    public static void main(String[] arguments) throws IOException, InterruptedException {
        new FakeStory().run();
    }

    private void run() throws IOException, InterruptedException {
        add(1, "Supervisor", null, 0, null, "rest_for_one", 2, 0);
        add(2, "ProcessRegistry", 1L, 0, "todo_process_registry", null, 0, 0);
        add(3, "Supervisor", 1L, 1, "system", "one_for_one", 3, 0);
        add(4, "Supervisor", 3L, 0, "database", "one_for_one", 3, 0);
        add(5, "DatabaseWorker", 4L, 0, "{database_worker, 0}", null, 0, 0);
        add(6, "DatabaseWorker", 4L, 1, "{database_worker, 1}", null, 0, 0);
        add(7, "DatabaseWorker", 4L, 2, "{database_worker, 2}", null, 0, 0);
        add(8, "DynamicSupervisor", 3L, 1, "todo_server_supervisor", "one_for_one", 3, 0);
        add(9, "TodoServer", 8L, 0, null, null, 0, 2);
        add(10, "TodoServer", 8L, 1, null, null, 0, 0);
        add(11, "TodoServer", 8L, 2, null, null, 0, 0);
        add(12, "TodoCache", 3L, 2, "todo_cache", null, 0, 0);
        add(13, "Thread", null, 0, null, null, 0, 0);
        add(14, "Process", null, 0, null, null, 0, 0);
        Site site =
                new Site(
                        this::picture,
                        broadcast,
                        Map.of(
                                "/picture",
                                _ -> picture(),
                                "/search",
                                _ -> Map.of("found", List.of(), "more", 0),
                                "/process",
                                form -> processes.get(form.number("id"))),
                        Map.of("/lever", form -> lever(form)));
        PageServer server = PageServer.start(4000, "fake", site);
        System.out.println(server.address());
        long[] victims = {9, 6, 12, 10, 7};
        for (int round = 0; ; round++) {
            for (int step = 0; step < 10; step++) {
                Thread.sleep(300);
                talk();
            }
            long victim = victims[round % victims.length];
            victims[round % victims.length] = kill(victim, "killed");
        }
    }

    private Object lever(Form form) {
        kill(form.number("process"), "killed");
        return Map.of("lever", 1);
    }

    private synchronized void add(
            long id,
            String label,
            Long parent,
            int place,
            String childId,
            String strategy,
            int children,
            int mailbox) {
        put(
                process(
                        id,
                        label,
                        parent,
                        place,
                        childId,
                        strategy,
                        children,
                        mailbox,
                        State.ALIVE,
                        null,
                        null,
                        null,
                        1,
                        0));
    }

    private ProcessView process(
            long id,
            String label,
            Long parent,
            int place,
            String childId,
            String strategy,
            int children,
            int mailbox,
            State state,
            String reason,
            Long predecessor,
            Long successor,
            int generation,
            int restarts) {
        Kind kind =
                strategy != null
                        ? Kind.SUPERVISOR
                        : label.equals("Thread")
                                ? Kind.THREAD
                                : label.equals("Process") ? Kind.PROCESS : Kind.SERVER;
        List<String> names =
                childId != null && childId.startsWith("todo") ? List.of(":" + childId) : List.of();
        String title = !names.isEmpty() ? names.getFirst() : childId != null ? childId : label;
        SupervisionView supervision =
                strategy == null
                        ? null
                        : new SupervisionView(
                                strategy, 5, 5, restarts, restarts, children, 0, List.of());
        return new ProcessView(
                id,
                "#PID<0." + id + ".0>",
                title,
                label,
                names,
                kind,
                parent,
                place,
                childId,
                parent == null ? null : "permanent",
                state,
                false,
                0,
                mailbox,
                now(),
                state == State.DEAD ? (Double) now() : null,
                reason,
                predecessor,
                successor,
                generation,
                parent == null ? List.of() : List.of(parent),
                List.of(),
                0,
                id == 2 ? List.of("1") : List.of(),
                supervision);
    }

    private void put(ProcessView view) {
        processes.put(view.id(), view);
    }

    private synchronized long kill(long id, String reason) {
        ProcessView before = processes.get(id);
        if (before == null || before.state() == State.DEAD) {
            return id;
        }
        long next = ++last;
        String strategy = before.supervision() == null ? null : before.supervision().strategy();
        ProcessView dead =
                process(
                        id,
                        before.label(),
                        before.parent(),
                        before.place(),
                        before.childId(),
                        strategy,
                        0,
                        0,
                        State.DEAD,
                        reason,
                        before.predecessor(),
                        next,
                        before.generation(),
                        0);
        ProcessView heir =
                process(
                        next,
                        before.label(),
                        before.parent(),
                        before.place(),
                        before.childId(),
                        strategy,
                        0,
                        0,
                        State.ALIVE,
                        null,
                        id,
                        null,
                        before.generation() + 1,
                        0);
        put(dead);
        put(heir);
        log.add(
                new LogEntry(
                        log.size(),
                        now(),
                        LogEntry.Kind.RESTARTED,
                        dead.title()
                                + " "
                                + dead.pid()
                                + " was killed; "
                                + heir.pid()
                                + " takes its place (1 of 5 in 5 s)",
                        id,
                        next));
        List<Long> gone =
                processes.values().stream()
                        .filter(view -> view.state() == State.DEAD && view.ended() < now() - 8000)
                        .map(ProcessView::id)
                        .toList();
        gone.forEach(processes::remove);
        publish(List.of(dead, heir), gone, List.of(), List.of(log.getLast()));
        return next;
    }

    private synchronized void talk() {
        List<ProcessView> living =
                processes.values().stream()
                        .filter(view -> view.state() == State.ALIVE && view.kind() == Kind.SERVER)
                        .toList();
        ProcessView to = living.get((int) (Math.random() * living.size()));
        double sent = now();
        MessageView message =
                new MessageView(
                        messages.size(),
                        14L,
                        to.id(),
                        "call",
                        "Entries[day=2016-10-01]",
                        sent,
                        sent + Math.random() * 200,
                        false,
                        null,
                        "Process",
                        to.title());
        MessageView reply =
                new MessageView(
                        messages.size() + 1,
                        to.id(),
                        14,
                        "reply",
                        "[Entry[title=Dentist]]",
                        sent + 201,
                        sent + 202,
                        false,
                        message.n(),
                        to.title(),
                        "Process");
        messages.addAll(List.of(message, reply));
        publish(List.of(), List.of(), List.of(message, reply), List.of());
    }

    private void publish(
            List<ProcessView> changed,
            List<Long> gone,
            List<MessageView> sent,
            List<LogEntry> entries) {
        version++;
        Changes changes =
                new Changes(
                        version, now(), counts(), null, changed, gone, List.of(), List.of(), sent,
                        entries, List.of());
        broadcast.add(new Broadcast.Change(version, Json.of(changes.parts())));
    }

    private synchronized Picture picture() {
        List<MessageView> newest =
                messages.subList(Math.max(0, messages.size() - 200), messages.size());
        return new Picture(
                broadcast.epoch(),
                version,
                now(),
                "demo.Demo",
                Limits.USUAL,
                new Settings(true, List.of()),
                counts(),
                List.copyOf(processes.values()),
                List.of(table),
                List.copyOf(newest),
                List.copyOf(log),
                List.of());
    }

    private Counts counts() {
        int dead =
                (int)
                        processes.values().stream()
                                .filter(view -> view.state() == State.DEAD)
                                .count();
        return new Counts(processes.size() - dead, processes.size() - dead, 0, dead, 0, 0, 0, 0);
    }

    private static double now() {
        return System.currentTimeMillis();
    }
}
