package chat;

import static otp.Processes.demonitorAndFlush;
import static otp.Processes.monitor;
import static otp.Processes.receive;
import static otp.Processes.self;
import static otp.Processes.send;

import otp.Down;
import otp.Exit;
import otp.Monitor;
import otp.Pid;

import java.util.List;

/** Asks the loop, and waits for its answer or its end. */
record LoopChat(Pid<Object> loop) implements Chat {

    /** What a client wants; its monitor of the loop tells its answer from others. */
    record Request(Monitor monitor, Pid<Object> client, Wish wish) {}

    record Answer(Monitor monitor, Object value) {}

    sealed interface Wish {}

    record Join(String room, String name) implements Wish {}

    record Leave(String room) implements Wish {}

    record Say(String room, String text) implements Wish {}

    record Members(String room) implements Wish {}

    @Override
    public boolean join(String room, String member) {
        return (Boolean) answer(new Join(room, member));
    }

    @Override
    public void leave(String room) {
        answer(new Leave(room));
    }

    @Override
    public boolean say(String room, String text) {
        return (Boolean) answer(new Say(room, text));
    }

    @Override
    public List<String> members(String room) {
        return ((List<?>) answer(new Members(room))).stream().map(String.class::cast).toList();
    }

    private Object answer(Wish wish) {
        Monitor monitor = monitor(loop);
        send(loop, new Request(monitor, self(), wish));
        return switch (receive(Object.class, message -> isFor(monitor, message))) {
            case Answer(_, Object value) -> {
                demonitorAndFlush(monitor);
                yield value;
            }
            case Object end -> throw new Exit(((Down) end).reason());
        };
    }

    private static boolean isFor(Monitor monitor, Object message) {
        return message instanceof Answer answer && answer.monitor() == monitor
                || message instanceof Down down && down.monitor() == monitor;
    }
}
