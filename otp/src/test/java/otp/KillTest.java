package otp;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.Patience.endOf;
import static otp.Patience.reasonOf;
import static otp.Patience.received;
import static otp.Processes.exit;
import static otp.Processes.isAlive;
import static otp.Processes.monitor;
import static otp.Processes.receive;
import static otp.Processes.register;
import static otp.Processes.self;
import static otp.Processes.spawn;
import static otp.Processes.spawnLink;
import static otp.Processes.trapExits;
import static otp.Processes.whereis;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

@RuntimeTest
class KillTest {

    @Test
    void kill_cannot_be_trapped_and_is_seen_as_killed() {
        Gate trapping = new Gate();
        Pid<Object> process =
                spawn(() -> {
                    trapExits(true);
                    trapping.open();
                    receive();
                });
        trapping.pass();
        assertThat(reasonAfterKill(process)).isEqualTo(ExitReason.KILLED);
    }

    @Test
    void a_process_that_kills_itself_by_signal_cannot_trap_it_either() {
        ExitReason reason =
                endOf(() -> {
                    trapExits(true);
                    exit(self(), ExitReason.KILL);
                });
        assertThat(reason).isEqualTo(ExitReason.KILLED);
    }

    @Test
    void the_links_of_a_killed_process_see_killed_and_can_trap_it() {
        trapExits(true);
        Pid<Object> child = spawnLink(Processes::receive);
        exit(child, ExitReason.KILL);
        assertThat(received(ExitMessage.class))
                .isEqualTo(new ExitMessage(child, ExitReason.KILLED));
    }

    @Test
    void the_links_of_a_killed_process_end_as_killed() {
        ExitReason reason =
                endOf(() -> {
                    exit(spawnLink(Processes::receive), ExitReason.KILL);
                    receive();
                });
        assertThat(reason).isEqualTo(ExitReason.KILLED);
    }

    @Test
    void a_process_that_exits_with_kill_is_seen_with_kill_and_can_be_trapped() {
        trapExits(true);
        Pid<Object> child = spawnLink(KillTest::exitWithKill);
        assertThat(received(ExitMessage.class)).isEqualTo(new ExitMessage(child, ExitReason.KILL));
    }

    @Test
    void a_process_that_exits_with_kill_takes_its_links_with_it_as_kill() {
        ExitReason reason =
                endOf(() -> {
                    spawnLink(KillTest::exitWithKill);
                    receive();
                });
        assertThat(reason).isEqualTo(ExitReason.KILL);
    }

    @Test
    void kill_is_announced_only_when_nothing_of_the_process_runs_any_more() {
        Name<Object> name = new Name<>("stubborn");
        Gate gate = new Gate();
        AtomicBoolean finished = new AtomicBoolean();
        Pid<Object> process =
                spawn(() -> {
                    gate.passStubbornly();
                    finished.set(true);
                });
        register(process, name);
        Monitor monitor = monitor(process);

        exit(process, ExitReason.KILL);
        assertThat(isAlive(process)).isFalse();
        assertThat(whereis(name)).contains(process);
        assertThat(receive(Down.class, Duration.ZERO)).isEmpty();

        gate.open();
        assertThat(reasonOf(monitor)).isEqualTo(ExitReason.KILLED);
        assertThat(finished).isTrue();
        assertThat(whereis(name)).isEmpty();
    }

    @Test
    void a_killed_process_runs_its_finally_blocks_before_its_end_is_announced() {
        AtomicBoolean closed = new AtomicBoolean();
        Pid<Object> process =
                spawn(() -> {
                    try {
                        receive();
                    } finally {
                        closed.set(true);
                    }
                });
        Patience.untilWaiting(process);
        reasonAfterKill(process);
        assertThat(closed).isTrue();
    }

    @Test
    void code_that_catches_every_exception_of_the_runtime_ends() {
        Pid<Object> process = spawn(KillTest::receiveForEver);
        Patience.untilWaiting(process);
        assertThat(reasonAfterKill(process)).isEqualTo(ExitReason.KILLED);
    }

    @Test
    void code_that_swallows_interrupts_ends_when_it_has_none_left_to_swallow() {
        AtomicInteger swallowed = new AtomicInteger();
        Gate started = new Gate();
        Pid<Object> process =
                spawn(() -> {
                    started.open();
                    while (swallowed.get() < 3) {
                        sleepUntilInterrupted();
                        swallowed.incrementAndGet();
                    }
                    receive();
                });
        started.pass();
        assertThat(reasonAfterKill(process)).isEqualTo(ExitReason.KILLED);
        assertThat(swallowed).hasValue(3);
    }

    @Test
    void what_a_dying_process_throws_does_not_change_the_reason() {
        Gate gate = new Gate();
        Pid<Object> process =
                spawn(() -> {
                    gate.passStubbornly();
                    throw new IllegalStateException("thrown too late");
                });
        Monitor monitor = monitor(process);
        exit(process, ExitReason.KILL);
        gate.open();
        assertThat(reasonOf(monitor)).isEqualTo(ExitReason.KILLED);
    }

    @Test
    void a_process_killed_before_it_has_begun_ends_all_the_same() {
        for (int round = 0; round < 2_000; round++) {
            assertThat(reasonAfterKill(spawn(Processes::receive))).isEqualTo(ExitReason.KILLED);
        }
    }

    static ExitReason reasonAfterKill(Pid<?> process) {
        Monitor monitor = monitor(process);
        exit(process, ExitReason.KILL);
        return reasonOf(monitor);
    }

    private static void exitWithKill() {
        throw new Exit(ExitReason.KILL);
    }

    private static void receiveForEver() {
        while (true) {
            try {
                receive();
            } catch (Exception ignored) {
                // Overcautious code, which must not survive a kill.
            }
        }
    }

    private static void sleepUntilInterrupted() {
        try {
            Thread.sleep(Duration.ofHours(1));
        } catch (InterruptedException swallowed) {
            // Careless code: the reaper has to come back.
        }
    }
}
