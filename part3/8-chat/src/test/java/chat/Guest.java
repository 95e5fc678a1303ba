package chat;

import static otp.Processes.receive;
import static otp.Processes.self;
import static otp.Processes.send;
import static otp.Processes.spawn;

import otp.Pid;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A process that does what the test tells it, and passes on to the test what it hears.
 *
 * @param name what it is called
 * @param process the process
 */
record Guest(String name, Pid<Object> process) {

    private static final Duration SOON = Duration.ofSeconds(3);

    private record Order(Supplier<Object> work) {}

    private record End() {}

    private record Result(Pid<?> process, Object value, RuntimeException failure) {}

    private record Heard(Pid<?> process, Object message) {}

    static Guest called(String name) {
        Pid<Object> test = self();
        return new Guest(
                name,
                spawn(() -> {
                    while (true) {
                        switch (receive()) {
                            case Order(Supplier<Object> work) -> send(test, result(work));
                            case End() -> {
                                return;
                            }
                            case Object message -> send(test, new Heard(self(), message));
                        }
                    }
                }));
    }

    private static Result result(Supplier<Object> work) {
        try {
            return new Result(self(), work.get(), null);
        } catch (RuntimeException failure) {
            return new Result(self(), null, failure);
        }
    }

    /** Has the guest do something, waits for it, and returns what came of it. */
    @SuppressWarnings("unchecked")
    <T> T does(Supplier<T> work) {
        begins(work::get);
        Result result = result();
        if (result.failure() != null) {
            throw result.failure();
        }
        return (T) result.value();
    }

    private Result result() {
        return receive(Result.class, one -> one.process() == process, SOON)
                .orElseThrow(() -> new AssertionError(name + " has no answer"));
    }

    /** Waits for what comes of something that the guest has begun: a value, or what was thrown. */
    Object outcome() {
        Result result = result();
        return result.failure() == null ? result.value() : result.failure();
    }

    /** Has the guest do something, and does not wait for it. */
    void begins(Supplier<Object> work) {
        send(process, new Order(work));
    }

    /** Has the guest end in good order. */
    void ends() {
        send(process, new End());
    }

    boolean joins(Chat chat, String room) {
        return does(() -> chat.join(room, name));
    }

    boolean says(Chat chat, String room, String text) {
        return does(() -> chat.say(room, text));
    }

    void leaves(Chat chat, String room) {
        does(() -> {
            chat.leave(room);
            return true;
        });
    }

    /** Returns the next thing that the guest hears, if it hears something soon. */
    Optional<Object> hears() {
        return receive(Heard.class, heard -> heard.process() == process, SOON).map(Heard::message);
    }

    /** Returns so many things that the guest hears, or fewer if it hears no more. */
    List<Object> hears(int many) {
        List<Object> all = new ArrayList<>();
        Optional<Object> next = hears();
        while (next.isPresent() && all.size() < many) {
            all.add(next.get());
            next = all.size() < many ? hears() : Optional.empty();
        }
        return all;
    }

    /** Returns what the guest has heard by now that the test has not asked for. */
    List<Object> hasHeard() {
        does(() -> true);
        List<Object> all = new ArrayList<>();
        while (true) {
            Optional<Heard> next =
                    receive(Heard.class, heard -> heard.process() == process, Duration.ZERO);
            if (next.isEmpty()) {
                return all;
            }
            all.add(next.get().message());
        }
    }
}
