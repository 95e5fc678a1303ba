package otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import static otp.KillTest.reasonAfterKill;
import static otp.Patience.untilWaiting;
import static otp.Processes.spawn;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/** A kill ends whatever a process waits in, as far as Java lets anything be ended. */
@RuntimeTest
class KilledBlockingTest {

    static Stream<Arguments> whatBlocks() {
        return Stream.of(
                blocking("sleep", KilledBlockingTest::sleep),
                blocking("receive", Processes::receive),
                blocking(
                        "receive with a timeout",
                        () -> Processes.receive(Integer.class, Duration.ofHours(1))),
                blocking("queue", () -> new LinkedBlockingQueue<>().take()),
                blocking("park", KilledBlockingTest::park),
                blocking("future", () -> new CompletableFuture<>().get()),
                blocking("monitor", KilledBlockingTest::waitForNotify),
                blocking("latch", KilledBlockingTest::awaitLatch),
                blocking("lock", KilledBlockingTest::lock),
                blocking("call", KilledBlockingTest::callWithoutAnswer));
    }

    @ParameterizedTest
    @MethodSource("whatBlocks")
    void kill_ends_a_process_that_blocks(Callable<?> blocking) {
        Pid<Object> process = spawn(() -> runUnchecked(blocking));
        untilWaiting(process);
        assertThat(reasonAfterKill(process)).isEqualTo(ExitReason.KILLED);
    }

    @ParameterizedTest
    @MethodSource("whatBlocks")
    void kill_ends_a_process_that_is_about_to_block(Callable<?> blocking) {
        Pid<Object> process = spawn(() -> runUnchecked(blocking));
        assertThat(reasonAfterKill(process)).isEqualTo(ExitReason.KILLED);
    }

    private static Arguments blocking(String name, Callable<?> code) {
        return argumentSet(name, code);
    }

    private static void runUnchecked(Callable<?> code) {
        try {
            code.call();
        } catch (Exception exception) {
            throw new IllegalStateException(exception);
        }
    }

    private static Object sleep() throws InterruptedException {
        Thread.sleep(Duration.ofHours(1));
        return "awake";
    }

    private static Object park() {
        while (!Thread.interrupted()) {
            LockSupport.park();
        }
        return "unparked";
    }

    private static Object waitForNotify() throws InterruptedException {
        Object monitor = new Object();
        synchronized (monitor) {
            while (true) {
                monitor.wait();
            }
        }
    }

    private static Object awaitLatch() throws InterruptedException {
        new CountDownLatch(1).await();
        return "open";
    }

    private static Object lock() throws InterruptedException {
        ReentrantLock lock = new ReentrantLock();
        Thread.ofVirtual().start(lock::lock).join();
        lock.lockInterruptibly();
        return "locked";
    }

    private static Object callWithoutAnswer() {
        Pid<ScriptedServer.Message> silent = spawn(() -> Processes.receive(Integer.class));
        return GenServer.call(silent, ScriptedServer.Ask.forState(), Duration.ofHours(1));
    }
}
