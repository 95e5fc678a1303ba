package chat;

import static otp.Processes.info;
import static otp.Processes.monitor;
import static otp.Processes.receive;
import static otp.Processes.self;
import static otp.Processes.send;
import static otp.Processes.spawn;

import otp.Down;
import otp.Monitor;
import otp.Pid;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A chat that a process of its own has started, so that the end of one is not the end of the test.
 *
 * @param chat the chat
 * @param starter the process that has started it
 */
record StartedChat(Chat chat, Pid<?> starter) {

    private record Outcome(Chat chat, RuntimeException failure) {}

    static StartedChat of(String name) {
        Pid<Object> test = self();
        Pid<?> starter =
                spawn(() -> {
                    send(test, start(name));
                    receive();
                });
        Outcome outcome = outcome(monitor(starter));
        if (outcome.failure() != null) {
            throw outcome.failure();
        }
        return new StartedChat(outcome.chat(), starter);
    }

    /** Waits for what comes of the start; one that ends the process that starts is none. */
    private static Outcome outcome(Monitor starter) {
        return switch (receive(Object.class, message -> isOutcome(message, starter))) {
            case Outcome outcome -> outcome;
            case Object end -> throw new AssertionError("no chat has been started: " + end);
        };
    }

    private static boolean isOutcome(Object message, Monitor starter) {
        return message instanceof Outcome
                || message instanceof Down down && down.monitor() == starter;
    }

    private static Outcome start(String name) {
        try {
            return new Outcome(Chats.startLink(name), null);
        } catch (RuntimeException failure) {
            return new Outcome(null, failure);
        }
    }

    /**
     * Returns the processes of the chat in the order of their start, without the one that is linked
     * to the starter and without guests.
     */
    List<Pid<?>> inner(Guest... guests) {
        List<Pid<?>> outer = info(starter).orElseThrow().links();
        return Running.processes().stream()
                .filter(process -> process != starter && !outer.contains(process))
                .filter(process -> Stream.of(guests).noneMatch(guest -> guest.process() == process))
                .sorted(Comparator.comparingInt(StartedChat::number))
                .toList();
    }

    /** Pids are numbered as the processes start. */
    private static int number(Pid<?> process) {
        return Integer.parseInt(process.toString().split("\\.")[1]);
    }
}
