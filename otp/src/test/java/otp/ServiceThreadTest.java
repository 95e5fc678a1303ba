package otp;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.Patience.until;

import org.junit.jupiter.api.Test;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Many processes depend on the threads of the runtime's own. */
@RuntimeTest
class ServiceThreadTest {

    private final AtomicInteger rounds = new AtomicInteger();
    private final AtomicBoolean needed = new AtomicBoolean(true);
    private final String name = FreshName.of("otp-test");

    private ServiceThread serving(Runnable round) {
        return new ServiceThread(
                name,
                new ServiceThread.Service() {
                    @Override
                    public boolean isNeeded() {
                        return needed.get();
                    }

                    @Override
                    public long serve() {
                        rounds.incrementAndGet();
                        round.run();
                        return 1_000_000;
                    }
                });
    }

    private long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals(name))
                .count();
    }

    @Test
    void it_serves_again_and_again_in_one_thread() {
        ServiceThread service = serving(() -> {});
        for (int time = 0; time < 100; time++) {
            service.ensureRunning();
        }
        until(() -> rounds.get() > 10);
        assertThat(threads()).isEqualTo(1);
        needed.set(false);
    }

    @Test
    void it_survives_whatever_a_round_throws() {
        for (Hostility hostility :
                new Hostility[] {
                    Hostility.THROWS,
                    Hostility.THROWS_ERROR,
                    Hostility.OVERFLOWS,
                    Hostility.RUNS_OUT_OF_MEMORY
                }) {
            int before = rounds.get();
            serving(hostility::act).ensureRunning();
            until(() -> rounds.get() > before + 5);
        }
        needed.set(false);
    }

    @Test
    void an_interrupt_neither_ends_it_nor_robs_it_of_its_rest() {
        ServiceThread service = serving(() -> Thread.currentThread().interrupt());
        service.ensureRunning();
        until(() -> rounds.get() > 5);
        assertThat(threads()).isEqualTo(1);
        needed.set(false);
    }

    @Test
    void it_ends_when_it_is_not_needed_and_begins_when_it_is_again() {
        ServiceThread service = serving(() -> {});
        service.ensureRunning();
        needed.set(false);
        until(() -> threads() == 0);
        needed.set(true);
        int before = rounds.get();
        service.ensureRunning();
        until(() -> rounds.get() > before);
        needed.set(false);
    }

    @Test
    void it_inherits_nothing_from_what_starts_it() {
        InheritableThreadLocal<String> user = new InheritableThreadLocal<>();
        user.set("alice");
        AtomicBoolean inherits = new AtomicBoolean();
        serving(() -> inherits.set(user.get() != null)).ensureRunning();
        until(() -> rounds.get() > 1);
        assertThat(inherits).isFalse();
        needed.set(false);
    }
}
