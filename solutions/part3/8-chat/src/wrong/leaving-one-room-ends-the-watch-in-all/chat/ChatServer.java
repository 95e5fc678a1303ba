package chat;

import static otp.Processes.demonitorAndFlush;
import static otp.Processes.monitor;
import static otp.Processes.send;

import chat.ChatEvent.Joined;
import chat.ChatEvent.Left;
import chat.ChatEvent.Said;

import otp.Call;
import otp.Down;
import otp.GenServer;
import otp.Init;
import otp.Monitor;
import otp.Name;
import otp.Next;
import otp.Pid;
import otp.Processes;
import otp.Start;

import java.util.ArrayList;
import java.util.List;

/** Keeps rooms: its state is a list of who is where, under which name. */
final class ChatServer extends GenServer<ChatServer.Message, List<ChatServer.Member>> {

    sealed interface Message {}

    record Join(String room, Pid<Object> process, String name) implements Message, Call<Boolean> {}

    record Leave(String room, Pid<Object> process) implements Message, Call<Boolean> {}

    record Say(String room, Pid<Object> process, String text) implements Message, Call<Boolean> {}

    record Members(String room) implements Message, Call<List<String>> {}

    record Member(String room, Pid<Object> process, String name, Monitor monitor) {}

    record Interface(Name<Message> server) implements Chat {

        @Override
        public boolean join(String room, String member) {
            return call(server, new Join(room, Processes.self(), member));
        }

        @Override
        public void leave(String room) {
            call(server, new Leave(room, Processes.self()));
        }

        @Override
        public boolean say(String room, String text) {
            return call(server, new Say(room, Processes.self(), text));
        }

        @Override
        public List<String> members(String room) {
            return call(server, new Members(room));
        }
    }

    private ChatServer() {}

    static Start<Message> startLink(Name<Message> name) {
        return startLink(ChatServer::new, name);
    }

    @Override
    protected Init<List<Member>> init() {
        return ok(new ArrayList<>());
    }

    @Override
    protected Next<List<Member>> handle(Message message, List<Member> all) {
        return switch (message) {
            case Join request -> reply(request, add(request, all), all);
            case Leave(String room, Pid<Object> process) -> {
                all.stream()
                        .filter(member -> member.room().equals(room))
                        .filter(member -> member.process() == process)
                        .toList()
                        .forEach(member -> remove(member, all));
                yield reply((Leave) message, true, all);
            }
            case Say request -> reply(request, say(request, all), all);
            case Members request -> reply(request, names(request.room(), all), all);
        };
    }

    @Override
    protected Next<List<Member>> handleInfo(Object message, List<Member> all) {
        if (message instanceof Down down) {
            all.stream()
                    .filter(member -> member.monitor().equals(down.monitor()))
                    .toList()
                    .forEach(member -> remove(member, all));
            return noreply(all);
        }
        return super.handleInfo(message, all);
    }

    private static boolean add(Join request, List<Member> all) {
        boolean isTaken =
                all.stream()
                        .filter(member -> member.room().equals(request.room()))
                        .anyMatch(member ->
                                member.name().equals(request.name())
                                        || member.process() == request.process());
        if (!isTaken) {
            tell(request.room(), new Joined(request.room(), request.name()), all);
            all.add(
                    new Member(
                            request.room(),
                            request.process(),
                            request.name(),
                            monitorOf(request.process(), all)));
        }
        return !isTaken;
    }

    private static Monitor monitorOf(Pid<Object> process, List<Member> all) {
        return all.stream()
                .filter(member -> member.process() == process)
                .map(Member::monitor)
                .findFirst()
                .orElseGet(() -> monitor(process));
    }

    private static void remove(Member member, List<Member> all) {
        all.remove(member);
        demonitorAndFlush(member.monitor());
        tell(member.room(), new Left(member.room(), member.name()), all);
    }

    private static boolean say(Say request, List<Member> all) {
        return all.stream()
                        .filter(member -> member.room().equals(request.room()))
                        .filter(member -> member.process() == request.process())
                        .peek(member ->
                                tell(
                                        member.room(),
                                        new Said(member.room(), member.name(), request.text()),
                                        all))
                        .toList()
                        .size()
                == 1;
    }

    private static void tell(String room, ChatEvent event, List<Member> all) {
        all.stream()
                .filter(member -> member.room().equals(room))
                .forEach(member -> send(member.process(), event));
    }

    private static List<String> names(String room, List<Member> all) {
        return all.stream()
                .filter(member -> member.room().equals(room))
                .map(Member::name)
                .sorted()
                .toList();
    }
}
