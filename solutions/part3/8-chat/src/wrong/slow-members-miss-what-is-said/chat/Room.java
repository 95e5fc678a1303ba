package chat;

import static otp.Processes.demonitorAndFlush;
import static otp.Processes.info;
import static otp.Processes.monitor;
import static otp.Processes.send;

import chat.ChatEvent.Joined;
import chat.ChatEvent.Left;
import chat.ChatEvent.Said;

import otp.Call;
import otp.ChildSpec;
import otp.Down;
import otp.ExitReason;
import otp.GenServer;
import otp.Init;
import otp.Monitor;
import otp.Next;
import otp.Pid;
import otp.Registry;
import otp.Restart;
import otp.ServerRef;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One room. It monitors its members, and ends with the last of them. */
final class Room extends GenServer<Room.Message, Map<Pid<Object>, Room.Member>> {

    sealed interface Message {}

    record Join(Pid<Object> process, String name) implements Message, Call<Boolean> {}

    record Leave(Pid<Object> process) implements Message, Call<Boolean> {}

    record Say(Pid<Object> process, String text) implements Message, Call<Boolean> {}

    record Members() implements Message, Call<List<String>> {}

    record Member(String name, Monitor monitor) {}

    private final String room;
    private final Join first;

    private Room(String room, Join first) {
        this.room = room;
        this.first = first;
    }

    /**
     * A room begins with its first member, so that none is ever empty. One that has crashed is not
     * restarted: its members would not be in the new one.
     */
    static ChildSpec<Message> childSpec(Registry<Message, Void> registry, String room, Join first) {
        return ChildSpec.worker(
                        room, () -> startLink(() -> new Room(room, first), registry.via(room)))
                .withRestart(Restart.TEMPORARY);
    }

    /** Asks a room, and returns its answer. */
    static <R, Q extends Call<R> & Message> R ask(ServerRef<Message> room, Q request) {
        return call(room, request);
    }

    @Override
    protected Init<Map<Pid<Object>, Member>> init() {
        Map<Pid<Object>, Member> members = new HashMap<>();
        add(first, members);
        return ok(members);
    }

    @Override
    protected Next<Map<Pid<Object>, Member>> handle(
            Message message, Map<Pid<Object>, Member> members) {
        return switch (message) {
            case Join request -> reply(request, add(request, members), members);
            case Leave request -> {
                remove(request.process(), members);
                reply(from(request), true);
                yield goOn(members);
            }
            case Say request -> reply(request, say(request, members), members);
            case Members request -> reply(request, names(members), members);
        };
    }

    @Override
    protected Next<Map<Pid<Object>, Member>> handleInfo(
            Object message, Map<Pid<Object>, Member> members) {
        if (message instanceof Down down) {
            remove(down.process(), members);
            return goOn(members);
        }
        return super.handleInfo(message, members);
    }

    private boolean add(Join request, Map<Pid<Object>, Member> members) {
        if (members.containsKey(request.process()) || names(members).contains(request.name())) {
            return false;
        }
        tell(members, new Joined(room, request.name()));
        members.put(request.process(), new Member(request.name(), monitor(request.process())));
        return true;
    }

    private void remove(ServerRef<?> process, Map<Pid<Object>, Member> members) {
        Member member = members.remove(process);
        if (member != null) {
            demonitorAndFlush(member.monitor());
            tell(members, new Left(room, member.name()));
        }
    }

    private boolean say(Say request, Map<Pid<Object>, Member> members) {
        Member speaker = members.get(request.process());
        if (speaker != null) {
            tell(members, new Said(room, speaker.name(), request.text()));
        }
        return speaker != null;
    }

    private static void tell(Map<Pid<Object>, Member> members, ChatEvent event) {
        members.keySet().stream()
                .filter(process -> info(process).stream().anyMatch(it -> it.mailboxLength() < 100))
                .forEach(process -> send(process, event));
    }

    private static List<String> names(Map<Pid<Object>, Member> members) {
        return members.values().stream().map(Member::name).sorted().toList();
    }

    private static Next<Map<Pid<Object>, Member>> goOn(Map<Pid<Object>, Member> members) {
        return members.isEmpty() ? stop(ExitReason.NORMAL, members) : noreply(members);
    }
}
