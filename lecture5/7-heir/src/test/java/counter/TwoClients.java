package counter;

import static org.awaitility.Awaitility.await;

import static otp.Processes.info;
import static otp.Processes.receive;
import static otp.Processes.self;
import static otp.Processes.spawnMonitor;
import static otp.Processes.whereis;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import otp.ChildSpec;
import otp.Down;
import otp.DynamicSupervisor;
import otp.ExitReason;
import otp.Name;
import otp.Pid;
import otp.ProcessInfo;
import otp.Start;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/** Two clients that ask a dynamic supervisor at the same moment. */
public final class TwoClients {

    private TwoClients() {}

    /**
     * Has two clients make the same request. The supervisor is busy until both wait for it.
     *
     * @return why the clients have ended, and why the process did that kept the supervisor busy
     */
    public static List<ExitReason> ask(
            Name<DynamicSupervisor.Message> supervisor, Runnable request) {
        Pid<?> busy = whereis(supervisor).orElseThrow();
        Pid<?> test = self();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        spawnMonitor(() -> DynamicSupervisor.startChild(supervisor, slowChild(begun, end)));
        awaitInterruptibly(begun);

        spawnMonitor(request);
        spawnMonitor(request);
        await("two clients wait for the supervisor at the same time")
                .pollDelay(0, MILLISECONDS)
                .pollInterval(1, MILLISECONDS)
                .atMost(5, SECONDS)
                .until(() -> waiting(busy) + waiting(test) == 2);
        end.countDown();

        return Stream.generate(() -> receive(Down.class).reason()).limit(3).toList();
    }

    /** Specifies a child that is never to run, and takes its time to say so. */
    private static ChildSpec<Object> slowChild(CountDownLatch begun, CountDownLatch end) {
        return ChildSpec.worker(
                "slow",
                () -> {
                    begun.countDown();
                    awaitInterruptibly(end);
                    return new Start.Ignore<>();
                });
    }

    private static void awaitInterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static int waiting(Pid<?> process) {
        return info(process).map(ProcessInfo::mailboxLength).orElse(0);
    }
}
