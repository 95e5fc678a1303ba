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

        assertThat(limiter.tryAcquire("bob")).isInstanceOf(Allowed.class);
        assertThat(limiter.tryAcquire("bob")).isInstanceOf(Allowed.class);
        assertThat(limiter.tryAcquire("bob")).isInstanceOf(Refused.class);
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-1")
    @DisplayName("A permit counts until the window has passed, and not a moment longer")
    void a_permit_counts_for_a_window() {
        RateLimiter limiter = start(1);
        clock.pass(INSTANT.multipliedBy(999));
        limiter.tryAcquire("bob");

        clock.pass(WINDOW.minus(INSTANT));
        assertThat(limiter.tryAcquire("bob")).isInstanceOf(Refused.class);
        clock.pass(INSTANT);
        assertThat(limiter.tryAcquire("bob")).isEqualTo(new Allowed(0));
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
                .as("after 60 s, when one permit is 60 s old and three are 1 s old")
                .isEqualTo(new Allowed(0));
        assertThat(limiter.tryAcquire("bob"))
                .as("after 60 s, when one permit is new and three are 1 s old")
                .isEqualTo(new Refused(Duration.ofSeconds(59)));
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-2")
    @DisplayName("A client that is allowed hears how many permits are left")
    void the_permits_that_are_left_are_told() {
        RateLimiter limiter = start(3);

        assertThat(limiter.tryAcquire("bob")).isEqualTo(new Allowed(2));
        assertThat(limiter.tryAcquire("bob")).isEqualTo(new Allowed(1));
        assertThat(limiter.tryAcquire("bob")).isEqualTo(new Allowed(0));
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

        assertThat(limiter.tryAcquire("bob")).isEqualTo(new Allowed(0));
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-4")
    @DisplayName("What one client was allowed does not count for another")
    void clients_are_counted_apart() {
        RateLimiter limiter = start(2);
        limiter.tryAcquire("bob");
        limiter.tryAcquire("Aa");

        assertThat(limiter.tryAcquire("alice")).isEqualTo(new Allowed(1));
        assertThat(limiter.tryAcquire("Bob")).isEqualTo(new Allowed(1));
        assertThat(limiter.tryAcquire("BB"))
                .as("the hash of BB is that of Aa")
                .isEqualTo(new Allowed(1));
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-4")
    @DisplayName("A client is known by its name, whichever object that is")
    void a_client_is_known_by_its_name() {
        RateLimiter limiter = start(2);
        limiter.tryAcquire("bob");

        assertThat(limiter.tryAcquire(new String("bob"))).isEqualTo(new Allowed(0));
        limiter.reset(new String("bob"));
        assertThat(limiter.tryAcquire("bob")).isEqualTo(new Allowed(1));
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-4")
    @DisplayName("Two limiters share nothing")
    void limiters_share_nothing() {
        RateLimiter mails = start(1);
        RateLimiter logins = start(1);
        mails.tryAcquire("bob");

        assertThat(logins.tryAcquire("bob")).isEqualTo(new Allowed(0));
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

        assertThat(limiter.tryAcquire("bob")).isEqualTo(new Allowed(1));
        limiter.reset("bob");
        assertThat(limiter.tryAcquire("bob"))
                .as("bob, with a permit left")
                .isEqualTo(new Allowed(1));
        assertThat(limiter.tryAcquire("alice")).isEqualTo(new Allowed(0));
    }

    @Test
    @DisplayName("A limit of nothing is refused, and the message says so")
    void a_limit_must_be_positive() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> start(0))
                .withMessageStartingWith("the limit is 0");
    }

    private RateLimiter start(int limit) {
        return RateLimiters.start(limit, WINDOW, clock);
    }
}
