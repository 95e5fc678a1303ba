package store;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.Processes.exit;
import static otp.Processes.receive;
import static otp.Processes.self;
import static otp.Processes.send;
import static otp.Processes.spawn;

import static java.util.concurrent.TimeUnit.SECONDS;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import otp.ExitReason;
import otp.Pid;
import otp.Processes;

import server.Request;

import java.time.Duration;
import java.util.Optional;

@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class KeyValueStoreTest {

    private static final Duration SOON = Duration.ofSeconds(2);

    private record Found(Optional<String> value) {}

    @AfterEach
    void end_every_process() {
        Pid<?> self = self();
        Processes.list().stream()
                .filter(pid -> pid != self)
                .forEach(pid -> exit(pid, ExitReason.KILL));
    }

    @Test
    @Tag("task-4")
    void the_value_that_was_put_last_is_the_one_that_is_found() {
        Pid<Request> store = KeyValueStore.start();

        KeyValueStore.put(store, "dentist", "Monday");
        KeyValueStore.put(store, "dentist", "Tuesday");

        assertThat(get(store, "dentist"))
                .as("the value that is found: the one that was put last")
                .contains("Tuesday");
    }

    @Test
    @Tag("task-4")
    void a_key_that_was_never_put_has_no_value() {
        Pid<Request> store = KeyValueStore.start();

        assertThat(get(store, "dentist")).as("the value of a key that was never put").isEmpty();
    }

    /** Asks in a process of its own: a store that does not answer has its client wait for ever. */
    private static Optional<String> get(Pid<Request> store, String key) {
        Pid<Object> test = self();
        spawn(() -> send(test, new Found(KeyValueStore.get(store, key))));

        Optional<Found> found = receive(Found.class, SOON);

        assertThat(found)
                .as("the answer: each call gets one, and the loop goes on after each request")
                .isPresent();
        return found.get().value();
    }
}
