package otp;

import static otp.Patience.reasonOf;

import otp.ScriptedServer.Message;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** The children of a supervisor under test, and a record of when each started and stopped. */
final class Family {

    static final ExitReason BOOM = ExitReason.of("boom");

    private final List<String> events = new CopyOnWriteArrayList<>();
    private final Map<String, Pid<Message>> latest = new ConcurrentHashMap<>();
    private final Map<String, Queue<Supplier<Start<Message>>>> scripts = new ConcurrentHashMap<>();

    /** A child that traps exits, so that it records its stop unless it is killed. */
    private final class Member extends ScriptedServer {

        private final String id;

        Member(String id) {
            this.id = id;
        }

        @Override
        protected Init<Integer> init() {
            Processes.trapExits(true);
            events.add("start " + id);
            return ok(0);
        }

        @Override
        protected void terminate(ExitReason reason, Integer state) {
            events.add("stop " + id);
        }
    }

    /** Starts a supervisor, linked to the test, which outlives it. */
    Pid<Supervisor.Message> supervise(SupervisorFlags flags, ChildSpec<?>... children) {
        Processes.trapExits(true);
        return Supervisor.startLink(flags, children).pid();
    }

    /** Starts a dynamic supervisor, linked to the test, which outlives it. */
    Pid<DynamicSupervisor.Message> supervise(DynamicSupervisorFlags flags) {
        Processes.trapExits(true);
        return DynamicSupervisor.startLink(flags).pid();
    }

    /** Specifies a permanent member. */
    ChildSpec<Message> member(String id) {
        return ChildSpec.worker(id, () -> start(id));
    }

    /** Specifies members. */
    ChildSpec<?>[] members(String... ids) {
        return List.of(ids).stream().map(this::member).toArray(ChildSpec<?>[]::new);
    }

    ChildSpec<Message> member(String id, Restart restart) {
        return member(id).withRestart(restart);
    }

    private Start<Message> start(String id) {
        Supplier<Start<Message>> script = scripts.getOrDefault(id, new ArrayDeque<>()).poll();
        return script == null ? startMember(id) : script.get();
    }

    private Start<Message> startMember(String id) {
        Start<Message> start = GenServer.startLink(() -> new Member(id));
        latest.put(id, start.pid());
        return start;
    }

    /** Has the next start of a member do this instead; each call scripts one more start. */
    void onNextStart(String id, Supplier<Start<Message>> script) {
        scripts.computeIfAbsent(id, _ -> new ConcurrentLinkedQueue<>()).add(script);
    }

    /** Has the next starts of a member fail. */
    void failNextStarts(String id, int times) {
        for (int time = 0; time < times; time++) {
            onNextStart(id, () -> failed(id));
        }
    }

    private Start<Message> failed(String id) {
        events.add("fail " + id);
        return new Start.Failed<>(BOOM);
    }

    /** Returns the last process of a member. */
    Pid<Message> pid(String id) {
        return latest.get(id);
    }

    /** Kills a member; returns once its supervisor has the news in its mailbox. */
    void kill(String id) {
        end(id, () -> Processes.exit(pid(id), ExitReason.KILL));
    }

    /** Has a member end with a reason; returns once its supervisor has the news in its mailbox. */
    void end(String id, ExitReason reason) {
        end(id, () -> GenServer.stop(pid(id), reason));
    }

    private void end(String id, Runnable blow) {
        Monitor monitor = Processes.monitor(pid(id));
        blow.run();
        reasonOf(monitor);
    }

    /** Returns what has been recorded, and begins a new record. */
    List<String> events() {
        List<String> recorded = List.copyOf(events);
        events.clear();
        return recorded;
    }
}
