package limiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import static otp.Processes.receive;
import static otp.Processes.self;
import static otp.Processes.send;
import static otp.Processes.spawn;

import static java.util.concurrent.TimeUnit.SECONDS;

import limiter.Decision.Allowed;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import otp.Pid;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Clients that ask at the same moment, end, make mistakes, or never come again. */
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ManyClientsTest {

    private static final Duration WINDOW = Duration.ofSeconds(60);
    private static final Duration SOON = Duration.ofSeconds(3);
    private static final int MANY = 50;

    private final SettableClock clock = new SettableClock();

    @AfterEach
    void end_every_process() {
        clock.release();
        Running.processes().forEach(Running::kill);
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-5")
    @DisplayName("However many processes ask at the same moment, the limit holds")
    void the_limit_holds_for_many_processes() {
        RateLimiter limiter = start(7);
        clock.hold();
        IntStream.range(0, MANY).forEach(_ -> asks(limiter, "bob"));
        awaitRequests(MANY);

        clock.release();

        List<Decision> decisions =
                IntStream.range(0, MANY)
                        .mapToObj(_ -> receive(Decision.class, SOON))
                        .flatMap(Optional::stream)
                        .toList();
        assertThat(decisions).as("answers to %d processes", MANY).hasSize(MANY);
        assertThat(decisions)
                .filteredOn(Allowed.class::isInstance)
                .as("what was allowed to %d processes that asked at once", MANY)
                .hasSize(7)
                .doesNotHaveDuplicates();
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-6")
    @DisplayName("A reset does not wait for a limiter that is busy")
    void a_reset_does_not_wait() {
        RateLimiter limiter = start(1);
        limiter.tryAcquire("bob");
        clock.hold();
        asks(limiter, "alice");
        awaitRequests(1);

        Pid<?> resetter = spawn(() -> limiter.reset("bob"));

        assertThat(Running.ends(resetter)).as("reset returns while the limiter is busy").isTrue();
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-6")
    @DisplayName("A process that resets a client and then asks finds it reset")
    void a_reset_comes_before_what_is_asked_later() {
        RateLimiter limiter = start(1);

        for (int round = 0; round < 200; round++) {
            limiter.tryAcquire("bob");
            limiter.reset("bob");
            assertThat(limiter.tryAcquire("bob")).isEqualTo(new Allowed(0));
            limiter.reset("bob");
        }
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-7")
    @DisplayName("A client that is missing is refused where it is missing, and the limiter goes on")
    void a_missing_client_harms_the_process_that_asks() {
        RateLimiter limiter = start(2);
        limiter.tryAcquire("bob");

        assertThatNullPointerException().isThrownBy(() -> limiter.tryAcquire(null));
        assertThatNullPointerException().isThrownBy(() -> limiter.reset(null));
        assertThat(limiter.tryAcquire("bob")).isEqualTo(new Allowed(0));
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-8")
    @DisplayName("A process that ends while it waits for a decision harms no other")
    void a_process_that_ends_harms_no_other() {
        RateLimiter limiter = start(9);
        clock.hold();
        Pid<?> first = asks(limiter, "bob");
        awaitRequests(1);
        Pid<?> second = asks(limiter, "bob");
        asks(limiter, "alice");
        awaitRequests(3);

        Running.kill(first);
        Running.kill(second);
        clock.release();

        assertThat(receive(Decision.class, SOON))
                .as("the answer to the process that goes on waiting")
                .contains(new Allowed(8));
        assertThat(limiter.tryAcquire("alice")).isEqualTo(new Allowed(7));
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-8")
    @DisplayName(
            "A limiter remembers what it has allowed when the process that started it has ended")
    void a_limiter_outlives_its_starter() {
        RateLimiter startedHere = start(2);
        Pid<Object> test = self();
        Pid<?> starter =
                spawn(() -> {
                    RateLimiter started = start(2);
                    started.tryAcquire("bob");
                    send(test, started);
                    receive();
                });
        RateLimiter startedThere = receive(RateLimiter.class);

        Running.kill(starter);

        assertThat(startedThere.tryAcquire("bob")).isEqualTo(new Allowed(0));
        assertThat(startedHere.tryAcquire("bob")).isEqualTo(new Allowed(1));
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-9")
    @DisplayName(
            "The limiter remembers the clients that it has allowed something within the window")
    void clients_are_remembered_for_a_window() {
        RateLimiter limiter = start(2);
        limiter.tryAcquire("bob");
        clock.pass(Duration.ofSeconds(30));
        limiter.tryAcquire("alice");
        limiter.tryAcquire("alice");
        limiter.tryAcquire("alice");

        assertThat(limiter.clients()).isEqualTo(2);
        clock.pass(Duration.ofSeconds(30));
        assertThat(limiter.clients()).as("after 60 s: alice was allowed 30 s ago").isEqualTo(1);
        assertThat(limiter.tryAcquire("alice"))
                .as("alice, after 60 s")
                .isNotInstanceOf(Allowed.class);
        limiter.reset("alice");
        assertThat(limiter.clients()).as("after alice was reset").isZero();
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-9")
    @DisplayName("Clients that never come again leave no process behind")
    void forgotten_clients_leave_no_process() {
        RateLimiter limiter = start(1);
        oneWindowOf(limiter, "first");
        Set<Pid<?>> before = Set.copyOf(Running.processes());

        oneWindowOf(limiter, "second");

        assertThat(Running.leftSince(before)).as("processes that were started and stay").isEmpty();
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-9")
    @DisplayName("Clients that never come again leave nothing in memory")
    void forgotten_clients_leave_no_memory() {
        RateLimiter limiter = start(1);
        List<WeakReference<String>> names = oneWindowOf(limiter, "client");

        Running.await(() -> {
            System.gc();
            return inMemory(names) <= MANY / 10;
        });

        assertThat(inMemory(names))
                .as("names in memory, of %d clients that are forgotten", MANY)
                .isLessThanOrEqualTo(MANY / 10L);
    }

    private List<WeakReference<String>> oneWindowOf(RateLimiter limiter, String name) {
        List<WeakReference<String>> names =
                IntStream.range(0, MANY)
                        .mapToObj(number -> asked(limiter, name + " " + number))
                        .toList();
        assertThat(limiter.clients()).isEqualTo(MANY);
        clock.pass(WINDOW);
        assertThat(limiter.clients()).as("clients, a window later").isZero();
        return names;
    }

    private static WeakReference<String> asked(RateLimiter limiter, String name) {
        limiter.tryAcquire(name);
        return new WeakReference<>(name);
    }

    private static long inMemory(List<WeakReference<String>> names) {
        return names.stream().filter(name -> name.get() != null).count();
    }

    private static Pid<?> asks(RateLimiter limiter, String client) {
        Pid<Object> test = self();
        return spawn(() -> send(test, limiter.tryAcquire(client)));
    }

    /** Waits until so many requests wait, be it in a mailbox or for the clock. */
    private void awaitRequests(int many) {
        Running.await(() -> clock.waiting() + Running.waitingMessages() >= many);
    }

    private RateLimiter start(int limit) {
        return RateLimiters.start(limit, WINDOW, clock);
    }
}
