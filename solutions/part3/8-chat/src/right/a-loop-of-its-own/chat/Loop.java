package chat;

import static otp.Processes.demonitorAndFlush;
import static otp.Processes.monitor;
import static otp.Processes.receive;
import static otp.Processes.send;

import chat.ChatEvent.Joined;
import chat.ChatEvent.Left;
import chat.ChatEvent.Said;

import otp.Down;
import otp.Monitor;
import otp.Pid;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the one process does: it serves one request after the other, for ever. */
final class Loop {

    private record Member(Pid<Object> process, Monitor monitor) {}

    private final Map<String, TreeMap<String, Member>> rooms = new TreeMap<>();

    void run() {
        while (true) {
            switch (receive()) {
                case LoopChat.Request request ->
                        send(
                                request.client(),
                                new LoopChat.Answer(
                                        request.monitor(), served(request.client(), request)));
                case Down down -> ended(down.monitor());
                default -> {
                    // None of its business.
                }
            }
        }
    }

    private Object served(Pid<Object> client, LoopChat.Request request) {
        return switch (request.wish()) {
            case LoopChat.Join(String room, String name) -> join(client, room, name);
            case LoopChat.Leave(String room) -> {
                nameOf(client, room).ifPresent(name -> remove(room, name));
                yield true;
            }
            case LoopChat.Say(String room, String text) -> {
                Optional<String> name = nameOf(client, room);
                name.ifPresent(speaker -> tell(room, new Said(room, speaker, text)));
                yield name.isPresent();
            }
            case LoopChat.Members(String room) -> List.copyOf(membersOf(room).keySet());
        };
    }

    private boolean join(Pid<Object> client, String room, String name) {
        if (membersOf(room).containsKey(name) || nameOf(client, room).isPresent()) {
            return false;
        }
        tell(room, new Joined(room, name));
        rooms.computeIfAbsent(room, _ -> new TreeMap<>())
                .put(name, new Member(client, monitor(client)));
        return true;
    }

    private void remove(String room, String name) {
        demonitorAndFlush(rooms.get(room).remove(name).monitor());
        tell(room, new Left(room, name));
        rooms.values().removeIf(Map::isEmpty);
    }

    private void ended(Monitor monitor) {
        for (String room : List.copyOf(rooms.keySet())) {
            membersOf(room).entrySet().stream()
                    .filter(member -> member.getValue().monitor() == monitor)
                    .map(Map.Entry::getKey)
                    .toList()
                    .forEach(name -> remove(room, name));
        }
    }

    private Map<String, Member> membersOf(String room) {
        return rooms.getOrDefault(room, new TreeMap<>());
    }

    private Optional<String> nameOf(Pid<Object> process, String room) {
        return membersOf(room).entrySet().stream()
                .filter(member -> member.getValue().process() == process)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private void tell(String room, ChatEvent event) {
        membersOf(room).values().forEach(member -> send(member.process(), event));
    }
}
