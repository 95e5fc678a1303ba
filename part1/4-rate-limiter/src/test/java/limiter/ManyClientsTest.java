package limiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import static otp.Processes.info;
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
import otp.ProcessInfo;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
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
    @Tag("requirement-5")
    @DisplayName("What all processes share cannot change: what changes is kept by a process")
    void what_processes_share_cannot_change() {
        RateLimiter limiter = RateLimiters.start(1, WINDOW, InstantSource.system());

        assertThat(StaticState.canChange(limiter))
                .as("the object that start returns, or what it holds, can change")
                .isFalse();
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-5")
    @DisplayName("A process that asks has the same messages in its mailbox as before")
    void other_messages_stay_in_the_mailbox() {
        RateLimiter limiter = start(2);
        send(self(), "news");

        assertThat(limiter.tryAcquire("bob"))
                .as("what bob gets, while there is news in the mailbox of the process that asks")
                .isEqualTo(new Allowed(1));
        limiter.clients();

        assertThat(receive(Object.class, Duration.ZERO))
                .as("the first message in the mailbox of a process that has asked")
                .contains("news");
        assertThat(receive(Object.class, Duration.ZERO))
                .as("what else is in the mailbox of a process that has asked")
                .isEmpty();
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
            assertThat(limiter.tryAcquire("bob"))
                    .as("what bob gets right after his reset, in round %d", round)
                    .isEqualTo(new Allowed(0));
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

        assertThatNullPointerException()
                .as("asking for a client that is missing")
                .isThrownBy(() -> limiter.tryAcquire(null));
        assertThatNullPointerException()
                .as("resetting a client that is missing")
                .isThrownBy(() -> limiter.reset(null));
        assertThat(limiter.tryAcquire("bob"))
                .as("what bob gets for his second request, after two without a client")
                .isEqualTo(new Allowed(0));
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
        assertThat(limiter.tryAcquire("alice"))
                .as("what alice gets: her request is her second")
                .isEqualTo(new Allowed(7));
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

        assertThat(startedThere.tryAcquire("bob"))
                .as("what bob gets, whose one permit was taken before the starter ended")
                .isEqualTo(new Allowed(0));
        assertThat(startedHere.tryAcquire("bob"))
                .as("what bob gets from the other limiter, where he has taken none")
                .isEqualTo(new Allowed(1));
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

        assertThat(limiter.clients()).as("clients that have a permit: bob and alice").isEqualTo(2);
        clock.pass(Duration.ofSeconds(30));
        assertThat(limiter.clients())
                .as("clients that have a permit: alice, whose permits are 30 s old")
                .isEqualTo(1);
        assertThat(limiter.tryAcquire("alice"))
                .as("what alice gets when her permits are 30 s old")
                .isNotInstanceOf(Allowed.class);
        limiter.reset("alice");
        assertThat(limiter.clients())
                .as("clients that have a permit, after alice was reset")
                .isZero();
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
        List<WeakReference<?>> names = oneWindowOf(limiter, "client");

        awaitCollection(names);

        assertThat(inMemory(names))
                .as("names in memory, of %d clients that are forgotten", MANY)
                .isLessThanOrEqualTo(MANY / 10L);
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-9")
    @DisplayName("Clients that were reset leave nothing in memory")
    void reset_clients_leave_no_memory() {
        RateLimiter limiter = start(1);
        List<WeakReference<?>> names =
                forEachOfMany(number -> {
                    String name = "client " + number;
                    limiter.tryAcquire(name);
                    limiter.reset(name);
                    return name;
                });
        assertThat(limiter.clients())
                .as("clients that have a permit, after each was reset")
                .isZero();

        awaitCollection(names);

        assertThat(inMemory(names))
                .as("names in memory, of %d clients that were reset", MANY)
                .isLessThanOrEqualTo(MANY / 10L);
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-9")
    @DisplayName("Permits that are over leave nothing in memory, even of a client that has others")
    void permits_that_are_over_leave_no_memory() {
        RateLimiter limiter = start(3);
        List<WeakReference<?>> moments =
                forEachOfMany(_ -> {
                    clock.pass(Duration.ofSeconds(30));
                    limiter.tryAcquire("bob");
                    return clock.instant();
                });
        assertThat(limiter.clients())
                .as("clients that have a permit: bob, who takes one each half of a window")
                .isEqualTo(1);

        awaitCollection(moments);

        assertThat(inMemory(moments))
                .as("moments in memory, of %d at which bob got a permit: two count", MANY)
                .isLessThanOrEqualTo(MANY / 10L);
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-9")
    @DisplayName("A process that has its decision is not watched: no monitor and no link is left")
    void a_process_that_has_asked_is_not_watched() {
        RateLimiter limiter = start(9);

        limiter.tryAcquire("bob");
        limiter.tryAcquire("bob");
        limiter.clients();

        ProcessInfo asker = info(self()).orElseThrow();
        assertThat(asker.monitoredBy()).as("what monitors a process that has asked").isEmpty();
        assertThat(asker.links()).as("what a process that has asked is linked to").isEmpty();
        assertThat(asker.monitors()).as("what a process that has asked monitors").isEmpty();
    }

    private List<WeakReference<?>> oneWindowOf(RateLimiter limiter, String prefix) {
        List<WeakReference<?>> names =
                forEachOfMany(number -> {
                    String name = prefix + " " + number;
                    limiter.tryAcquire(name);
                    limiter.tryAcquire(name);
                    return name;
                });
        assertThat(limiter.clients())
                .as("clients that have a permit, before the window has passed")
                .isEqualTo(MANY);
        clock.pass(WINDOW);
        assertThat(limiter.clients()).as("clients that have a permit, a window later").isZero();
        return names;
    }

    /** Does something many times, and returns references to what came of it. */
    private static List<WeakReference<?>> forEachOfMany(IntFunction<?> action) {
        List<WeakReference<?>> results = new ArrayList<>();
        IntStream.range(0, MANY)
                .forEach(number -> results.add(new WeakReference<>(action.apply(number))));
        return results;
    }

    /** Waits until most are collected: a few may still be on the stack of a process. */
    private static void awaitCollection(List<WeakReference<?>> references) {
        Running.await(() -> {
            System.gc();
            return inMemory(references) <= MANY / 10;
        });
    }

    private static long inMemory(List<WeakReference<?>> references) {
        return references.stream().filter(reference -> reference.get() != null).count();
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
