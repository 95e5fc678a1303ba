package otp;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.Patience.received;
import static otp.Patience.valueOf;
import static otp.Processes.cancelTimer;
import static otp.Processes.readTimer;
import static otp.Processes.receive;
import static otp.Processes.self;
import static otp.Processes.sendAfter;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Timers to names that somebody's registry looks up. */
@RuntimeTest
class TimerLookupTest {

    private static final Duration SOON = Duration.ofMillis(2);
    private static final Duration NOW = Duration.ZERO;

    private final Gate gate = new Gate();

    /** A registry that only looks up. */
    @FunctionalInterface
    private interface Lookup extends NameRegistry {

        Optional<Pid<?>> at(Object key) throws Exception;

        @Override
        default boolean registerName(Object key, Pid<?> process) {
            return false;
        }

        @Override
        default void unregisterName(Object key) {}

        @Override
        default Optional<Pid<?>> whereisName(Object key) {
            try {
                return at(key);
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        }
    }

    private static Via<Object> key(Object key, Lookup registry) {
        return new Via<>(registry, key);
    }

    @Test
    void a_via_name_is_looked_up_when_the_time_has_come() {
        Pid<Object> test = self();
        sendAfter(key("key", _ -> Optional.of(test)), "tick", SOON);
        assertThat(received(String.class)).isEqualTo("tick");
    }

    @Test
    void a_registry_that_fails_or_never_answers_stops_no_timer() {
        Lookup failing =
                _ -> {
                    throw new IllegalStateException("no registry");
                };
        Lookup slow =
                _ -> {
                    gate.pass();
                    return Optional.empty();
                };
        sendAfter(key("key", failing), "tick", NOW);
        sendAfter(key("key", slow), "tick", NOW);
        sendAfter(self(), "still there", SOON);
        assertThat(received(String.class)).isEqualTo("still there");
        gate.open();
    }

    @Test
    void messages_do_not_overtake_each_other() {
        List<String> messages;
        long begin;
        do {
            begin = System.nanoTime();
            messages = ofASlowLookupAndAQuickOne();
            // Where the slow one takes longer, because the machine does, it may be overtaken.
        } while (System.nanoTime() - begin >= ForeignCode.PATIENCE_NANOS);
        assertThat(messages).containsExactly("first", "second");
    }

    /** The slow lookup ends after the thread of the quick one, or after some time. */
    private static List<String> ofASlowLookupAndAQuickOne() {
        Pid<Object> test = self();
        CompletableFuture<Thread> quick = new CompletableFuture<>();
        Lookup registry =
                key -> {
                    if (key.equals("quick")) {
                        quick.complete(Thread.currentThread());
                    } else {
                        valueOf(quick).join(Duration.ofMillis(100));
                    }
                    return Optional.of(test);
                };
        sendAfter(key("slow", registry), "first", NOW);
        sendAfter(key("quick", registry), "second", NOW);
        return List.of(received(String.class), received(String.class));
    }

    @Test
    void a_lookup_that_never_returns_keeps_others_for_a_second_at_most() {
        Pid<Object> test = self();
        Lookup registry =
                key -> {
                    if (key.equals("hanging")) {
                        gate.pass();
                    }
                    return Optional.of(test);
                };
        sendAfter(key("hanging", registry), "late", NOW);
        sendAfter(key("key", registry), "tick", NOW);
        assertThat(received(String.class)).isEqualTo("tick");
        gate.open();
        assertThat(received(String.class)).isEqualTo("late");
    }

    @Test
    void a_timer_that_is_cancelled_before_its_receiver_is_found_never_sends() throws Exception {
        Pid<Object> test = self();
        CompletableFuture<Thread> asked = new CompletableFuture<>();
        Lookup registry =
                _ -> {
                    asked.complete(Thread.currentThread());
                    gate.pass();
                    return Optional.of(test);
                };
        Timer timer = sendAfter(key("key", registry), "tick", NOW);
        Thread lookup = valueOf(asked);
        assertThat(readTimer(timer)).contains(Duration.ZERO);
        assertThat(cancelTimer(timer)).contains(Duration.ZERO);
        gate.open();
        assertThat(lookup.join(Patience.LIMIT)).isTrue();
        assertThat(receive(String.class, NOW)).isEmpty();
        assertThat(cancelTimer(timer)).isEmpty();
    }

    @Test
    void a_timer_that_has_sent_cannot_be_cancelled() {
        Pid<Object> test = self();
        Timer timer = sendAfter(key("key", _ -> Optional.of(test)), "tick", NOW);
        assertThat(received(String.class)).isEqualTo("tick");
        assertThat(cancelTimer(timer)).isEmpty();
    }
}
