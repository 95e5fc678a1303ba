package limiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import static java.util.concurrent.TimeUnit.SECONDS;

import limiter.Decision.Allowed;
import limiter.Decision.Refused;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** What a client is allowed, and when. */
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RateLimiterTest {

    private static final Duration WINDOW = Duration.ofSeconds(60);
    private static final Duration INSTANT = Duration.ofNanos(1);

    private final SettableClock clock = new SettableClock();

    @AfterEach
    void end_every_process() {
        Running.processes().forEach(Running::kill);
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-1")
    @DisplayName("A client is allowed as often as the limit says, and then refused")
    void a_client_is_allowed_up_to_the_limit() {
        RateLimiter limiter = start(2);

        assertThat(limiter.tryAcquire("bob"))
                .as("what bob gets for his first request of two")
                .isInstanceOf(Allowed.class);
        assertThat(limiter.tryAcquire("bob"))
                .as("what bob gets for his second request of two")
                .isInstanceOf(Allowed.class);
        assertThat(limiter.tryAcquire("bob"))
                .as("what bob gets for his third request, when the limit is two")
                .isInstanceOf(Refused.class);
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-1")
    @DisplayName("A permit counts until the window has passed, and not a moment longer")
    void a_permit_counts_for_a_window() {
        RateLimiter limiter = start(2);
        clock.pass(INSTANT.multipliedBy(999));
        limiter.tryAcquire("bob");
        limiter.tryAcquire("bob");

        clock.pass(WINDOW.minus(INSTANT));
        assertThat(limiter.tryAcquire("bob"))
                .as("what bob gets a nanosecond before his two permits are over")
                .isInstanceOf(Refused.class);
        clock.pass(INSTANT);
        assertThat(limiter.tryAcquire("bob"))
                .as("what bob gets at the moment when both his permits are over")
                .isEqualTo(new Allowed(1));
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-1")
    @DisplayName("A window is as long as it was given, be it a millisecond or a month")
    void a_window_may_be_short_or_long() {
        for (Duration window : List.of(Duration.ofMillis(1), Duration.ofDays(30))) {
            RateLimiter limiter = RateLimiters.start(1, window, clock);
            limiter.tryAcquire("bob");

            clock.pass(window.minus(INSTANT));
            assertThat(limiter.tryAcquire("bob"))
                    .as("what bob gets a nanosecond before a window of %s has passed", window)
                    .isEqualTo(new Refused(INSTANT));
            clock.pass(INSTANT);
            assertThat(limiter.tryAcquire("bob"))
                    .as("what bob gets when a window of %s has passed", window)
                    .isEqualTo(new Allowed(0));
        }
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-1")
    @DisplayName(
            "A limit may be high: five hundred requests of five hundred are allowed, and no more")
    void a_limit_may_be_high() {
        RateLimiter limiter = start(500);
        IntStream.range(0, 499).forEach(_ -> limiter.tryAcquire("bob"));

        assertThat(limiter.tryAcquire("bob"))
                .as("what bob gets for his last request of five hundred")
                .isEqualTo(new Allowed(0));
        assertThat(limiter.tryAcquire("bob"))
                .as("what bob gets for one request more than five hundred")
                .isInstanceOf(Refused.class);
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-1")
    @DisplayName("No permit is forgotten before its time, however many clients have one")
    void no_permit_is_forgotten_before_its_time() {
        RateLimiter limiter = start(1);
        limiter.tryAcquire("bob");

        IntStream.range(0, 500).forEach(number -> limiter.tryAcquire("client " + number));

        assertThat(limiter.tryAcquire("bob"))
                .as("what bob gets, who has a permit, as 500 others have")
                .isInstanceOf(Refused.class);
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-1")
    @DisplayName("No stretch of time as long as the window has more permits than the limit")
    void the_window_slides() {
        RateLimiter limiter = start(4);
        limiter.tryAcquire("bob");
        clock.pass(Duration.ofSeconds(59));
        limiter.tryAcquire("bob");
        limiter.tryAcquire("bob");
        limiter.tryAcquire("bob");

        clock.pass(Duration.ofSeconds(1));

        assertThat(limiter.tryAcquire("bob"))
                .as("what bob gets when one of his permits is 60 s old, and three are 1 s old")
                .isEqualTo(new Allowed(0));
        assertThat(limiter.tryAcquire("bob"))
                .as("what bob gets when one of his permits is new, and three are 1 s old")
                .isEqualTo(new Refused(Duration.ofSeconds(59)));
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-2")
    @DisplayName("A client that is allowed hears how many permits are left")
    void the_permits_that_are_left_are_told() {
        RateLimiter limiter = start(3);

        assertThat(limiter.tryAcquire("bob"))
                .as("what bob gets for his first request of three")
                .isEqualTo(new Allowed(2));
        assertThat(limiter.tryAcquire("bob"))
                .as("what bob gets for his second request of three")
                .isEqualTo(new Allowed(1));
        assertThat(limiter.tryAcquire("bob"))
                .as("what bob gets for his third request of three")
                .isEqualTo(new Allowed(0));
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-2")
    @DisplayName("A client that is refused hears how long to wait: until its oldest permit is over")
    void the_wait_is_told() {
        RateLimiter limiter = start(2);
        limiter.tryAcquire("bob");
        clock.pass(Duration.ofSeconds(10));
        limiter.tryAcquire("bob");
        clock.pass(Duration.ofSeconds(5).plus(INSTANT));

        assertThat(limiter.tryAcquire("bob"))
                .as("what bob gets, whose oldest permit is 15 s and 1 ns old")
                .isEqualTo(new Refused(Duration.ofSeconds(45).minus(INSTANT)));
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-3")
    @DisplayName("Refusals do not count: a client that insists is allowed as early as another")
    void refusals_do_not_count() {
        RateLimiter limiter = start(1);
        limiter.tryAcquire("bob");
        clock.pass(Duration.ofSeconds(30));
        limiter.tryAcquire("bob");
        limiter.tryAcquire("bob");

        clock.pass(Duration.ofSeconds(30));

        assertThat(limiter.tryAcquire("bob"))
                .as("what bob gets when his only permit is over: refusals have cost him none")
                .isEqualTo(new Allowed(0));
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-4")
    @DisplayName("What one client was allowed does not count for another")
    void clients_are_counted_apart() {
        RateLimiter limiter = start(2);
        limiter.tryAcquire("bob");
        limiter.tryAcquire("Aa");

        assertThat(limiter.tryAcquire("alice"))
                .as("what alice gets: the permits of others do not count for her")
                .isEqualTo(new Allowed(1));
        assertThat(limiter.tryAcquire("Bob"))
                .as("what Bob gets, another client than bob")
                .isEqualTo(new Allowed(1));
        for (String name : List.of(" bob", "bob ", "", " ", "b\u00f6b", "bo\u0308b")) {
            assertThat(limiter.tryAcquire(name))
                    .as(
                            "what a client gets whose name is '%s', and that asks for the first"
                                    + " time",
                            name)
                    .isEqualTo(new Allowed(1));
        }
        assertThat(limiter.tryAcquire("BB"))
                .as("what BB gets, whose hash code is that of Aa")
                .isEqualTo(new Allowed(1));
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-4")
    @DisplayName("A client is known by its name, whichever object that is")
    void a_client_is_known_by_its_name() {
        RateLimiter limiter = start(2);
        limiter.tryAcquire("bob");

        assertThat(limiter.tryAcquire(new String("bob")))
                .as("what bob gets for his second request, made with an equal text")
                .isEqualTo(new Allowed(0));
        limiter.reset(new String("bob"));
        assertThat(limiter.tryAcquire("bob"))
                .as("what bob gets after his reset, made with an equal text")
                .isEqualTo(new Allowed(1));
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-4")
    @DisplayName("Two limiters share nothing")
    void limiters_share_nothing() {
        RateLimiter mails = start(1);
        RateLimiter logins = start(1);
        mails.tryAcquire("bob");

        assertThat(logins.tryAcquire("bob"))
                .as("what bob gets from the second limiter, where he has taken no permit")
                .isEqualTo(new Allowed(0));
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-6")
    @DisplayName("After a reset, a client is allowed as often as if it were new, and no other is")
    void a_reset_is_for_one_client() {
        RateLimiter limiter = start(2);
        limiter.tryAcquire("bob");
        limiter.tryAcquire("bob");
        limiter.tryAcquire("alice");

        limiter.reset("bob");

        assertThat(limiter.tryAcquire("bob"))
                .as("what bob gets after his reset")
                .isEqualTo(new Allowed(1));
        limiter.reset("bob");
        assertThat(limiter.tryAcquire("bob"))
                .as("what bob gets after a reset with a permit left")
                .isEqualTo(new Allowed(1));
        assertThat(limiter.tryAcquire("alice"))
                .as("what alice gets: the reset of bob is not for her")
                .isEqualTo(new Allowed(0));
    }

    @Test
    @DisplayName("A limit of nothing is refused, and the message says so")
    void a_limit_must_be_positive() {
        assertThatIllegalArgumentException()
                .as("starting a limiter whose limit is 0")
                .isThrownBy(() -> start(0))
                .withMessageStartingWith("the limit is 0");
    }

    private RateLimiter start(int limit) {
        return RateLimiters.start(limit, WINDOW, clock);
    }
}
