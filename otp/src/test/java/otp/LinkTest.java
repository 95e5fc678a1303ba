package otp;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.Meeting.waitShortly;
import static otp.Meeting.yieldUntil;
import static otp.Patience.endOf;
import static otp.Patience.reasonOf;
import static otp.Patience.received;
import static otp.Patience.valueOf;
import static otp.Processes.isAlive;
import static otp.Processes.link;
import static otp.Processes.monitor;
import static otp.Processes.receive;
import static otp.Processes.self;
import static otp.Processes.send;
import static otp.Processes.spawn;
import static otp.Processes.spawnLink;
import static otp.Processes.trapExits;
import static otp.Processes.unlink;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

@RuntimeTest
class LinkTest {

    private static final ExitReason BOOM = ExitReason.of("boom");

    @Test
    void a_crash_ends_the_linked_process_with_the_same_reason() {
        ExitReason reason =
                endOf(() -> {
                    spawnLink(LinkTest::fail);
                    receive();
                });
        assertThat(reason).isEqualTo(BOOM);
    }

    @Test
    void a_crash_of_the_spawning_process_ends_the_spawned_one() {
        Pid<Object> test = self();
        Gate gate = new Gate();
        spawn(() -> {
            send(test, spawnLink(Processes::receive));
            gate.pass();
            fail();
        });
        Monitor monitor = monitor(received(Pid.class));
        gate.open();
        assertThat(reasonOf(monitor)).isEqualTo(BOOM);
    }

    @Test
    void a_normal_end_leaves_the_linked_process_alone() {
        ExitReason reason =
                endOf(() -> {
                    Pid<Object> child = spawnLink(Processes::receive);
                    Monitor monitor = monitor(child);
                    send(child, "end");
                    reasonOf(monitor);
                    throw new Exit(ExitReason.of("still there"));
                });
        assertThat(reason).isEqualTo(ExitReason.of("still there"));
    }

    @Test
    void a_process_that_traps_exits_receives_them_as_messages() {
        trapExits(true);
        Pid<Object> crashed = spawnLink(LinkTest::fail);
        assertThat(received(ExitMessage.class)).isEqualTo(new ExitMessage(crashed, BOOM));
        Pid<Object> ended = spawnLink(() -> {});
        assertThat(received(ExitMessage.class))
                .isEqualTo(new ExitMessage(ended, ExitReason.NORMAL));
    }

    @Test
    void spawn_link_misses_no_end_however_soon() {
        trapExits(true);
        for (int round = 0; round < 2_000; round++) {
            Pid<Object> child = spawnLink(() -> {});
            assertThat(received(ExitMessage.class).from()).isSameAs(child);
        }
    }

    @Test
    void a_crash_runs_along_a_chain_of_links() {
        ExitReason reason =
                endOf(() -> {
                    spawnLink(() -> {
                        spawnLink(LinkTest::fail);
                        receive();
                    });
                    receive();
                });
        assertThat(reason).isEqualTo(BOOM);
    }

    @Test
    void a_process_that_traps_exits_ends_the_chain() {
        ExitReason reason =
                endOf(() -> {
                    trapExits(true);
                    spawnLink(LinkTest::fail);
                    received(ExitMessage.class);
                });
        assertThat(reason).isEqualTo(ExitReason.NORMAL);
    }

    @Test
    void no_exit_comes_after_an_unlink_from_the_near_side() {
        trapExits(true);
        Pid<Object> child = spawnLink(Processes::receive);
        unlink(child);
        endAndExpectNoExit(child);
    }

    @Test
    void no_exit_comes_after_an_unlink_from_the_far_side() {
        trapExits(true);
        Pid<Object> test = self();
        Pid<Object> child =
                spawnLink(() -> {
                    unlink(test);
                    send(test, "unlinked");
                    receive();
                });
        received(String.class);
        endAndExpectNoExit(child);
    }

    @Test
    void no_exit_comes_after_an_unlink_however_that_meets_the_end_of_the_other() {
        trapExits(true);
        // Events make the moment longer between the end of the link and its signal.
        try (Trace trace = Trace.start()) {
            for (int round = 0; round < 8_000; round++) {
                AtomicBoolean end = new AtomicBoolean();
                Pid<Object> other =
                        spawnLink(() -> {
                            yieldUntil(end);
                            fail();
                        });
                Monitor monitor = monitor(other);
                end.set(true);
                waitShortly(round % 400);
                unlink(other);
                receive(ExitMessage.class, exit -> exit.from() == other, Duration.ZERO);
                reasonOf(monitor);
                trace.take(Duration.ZERO);
            }
        }
        assertThat(receive(ExitMessage.class, Duration.ZERO)).isEmpty();
    }

    @Test
    void a_link_has_two_sides_or_none_however_it_meets_an_unlink() {
        Gate gate = new Gate();
        LocalProcess<?> one = (LocalProcess<?>) spawn(gate::pass);
        LocalProcess<?> other = (LocalProcess<?>) spawn(gate::pass);
        for (int round = 0; round < 5_000; round++) {
            other.lifeline().link(one);
            AtomicBoolean begun = new AtomicBoolean();
            CompletableFuture<Void> unlinked =
                    CompletableFuture.runAsync(() -> {
                        begun.set(true);
                        one.lifeline().unlink(other);
                    });
            yieldUntil(begun);
            waitShortly(round % 200);
            other.lifeline().link(one);
            valueOf(unlinked);
            assertThat(one.lifeline().links().contains(other))
                    .isEqualTo(other.lifeline().links().contains(one));
        }
        gate.open();
    }

    @Test
    void two_links_with_one_process_are_one() {
        trapExits(true);
        Pid<Object> child = spawnLink(Processes::receive);
        link(child);
        link(child);
        Monitor monitor = monitor(child);
        send(child, "end");
        reasonOf(monitor);
        assertThat(receive(ExitMessage.class, Duration.ZERO)).isPresent();
        assertThat(receive(ExitMessage.class, Duration.ZERO)).isEmpty();
    }

    @Test
    void a_link_with_oneself_means_nothing() {
        assertThat(endOf(() -> link(self()))).isEqualTo(ExitReason.NORMAL);
    }

    @Test
    void a_link_with_an_ended_process_ends_the_caller_with_noproc() {
        Pid<Object> ended = ended();
        ExitReason reason =
                endOf(() -> {
                    link(ended);
                    receive();
                });
        assertThat(reason).isEqualTo(ExitReason.NOPROC);
    }

    @Test
    void a_link_with_an_ended_process_sends_noproc_to_a_caller_that_traps_exits() {
        trapExits(true);
        Pid<Object> ended = ended();
        link(ended);
        assertThat(receive(ExitMessage.class, Duration.ZERO))
                .contains(new ExitMessage(ended, ExitReason.NOPROC));
    }

    private static void endAndExpectNoExit(Pid<Object> child) {
        Monitor monitor = monitor(child);
        send(child, "end");
        reasonOf(monitor);
        assertThat(isAlive(child)).isFalse();
        assertThat(receive(ExitMessage.class, Duration.ZERO)).isEmpty();
    }

    private static Pid<Object> ended() {
        Pid<Object> process = spawn(() -> {});
        reasonOf(monitor(process));
        return process;
    }

    private static void fail() {
        throw new Exit(BOOM);
    }
}
