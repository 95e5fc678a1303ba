package otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import static otp.Patience.reasonOf;
import static otp.Patience.valueOf;
import static otp.Processes.monitor;
import static otp.Processes.self;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Threads are other people's code, too: their class may override what is not final. */
@RuntimeTest
class ForeignThreadTest {

    /** A thread whose methods fail from some moment on. */
    private static final class HostileThread extends Thread {

        private final Hostility hostility;
        private volatile boolean isHostile;

        HostileThread(Hostility hostility, Runnable work) {
            super(work);
            this.hostility = hostility;
        }

        @Override
        public int hashCode() {
            return isHostile ? hostility.act() : 1;
        }

        @Override
        public boolean equals(Object other) {
            return isHostile ? hostility.act() == 0 : super.equals(other);
        }

        @Override
        public State getState() {
            return isHostile && hostility.act() == 0 ? State.NEW : super.getState();
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_end_of_a_thread_is_announced_whatever_its_methods_do(Hostility hostility) {
        CompletableFuture<Pid<Object>> process = new CompletableFuture<>();
        Gate end = new Gate();
        HostileThread thread =
                new HostileThread(
                        hostility,
                        () -> {
                            process.complete(self());
                            end.pass();
                        });
        thread.start();
        Monitor monitor = monitor(valueOf(process));
        thread.isHostile = true;
        end.open();
        assertThat(reasonOf(monitor)).isEqualTo(ExitReason.NORMAL);
    }

    @Test
    void processes_can_be_listed_by_many_threads_at_once() {
        List<CompletableFuture<Void>> lists =
                IntStream.range(0, 4)
                        .mapToObj(_ ->
                                CompletableFuture.runAsync(ForeignThreadTest::listAgainAndAgain))
                        .toList();
        assertThatCode(() -> lists.forEach(Patience::valueOf)).doesNotThrowAnyException();
    }

    private static void listAgainAndAgain() {
        for (int round = 0; round < 200; round++) {
            Processes.list();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_thread_is_looked_at_whatever_its_methods_do(Hostility hostility) {
        CompletableFuture<Pid<Object>> process = new CompletableFuture<>();
        Gate end = new Gate();
        HostileThread thread =
                new HostileThread(
                        hostility,
                        () -> {
                            process.complete(self());
                            end.pass();
                        });
        thread.start();
        Pid<Object> pid = valueOf(process);
        thread.isHostile = true;
        assertThat(Processes.info(pid)).get().extracting(ProcessInfo::pid).isEqualTo(pid);
        end.open();
    }
}
