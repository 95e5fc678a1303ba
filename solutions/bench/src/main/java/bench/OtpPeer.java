package bench;

import otp.Down;
import otp.ExitReason;
import otp.Name;
import otp.Pid;
import otp.Processes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The kata's own runtime: everything runs in processes, as the learner's code does. */
final class OtpPeer implements Supervising, Churning, Reading, Adopting, Traceable {

    @Override
    public void run(Measurement measurement) throws Exception {
        CompletableFuture<Void> finished = new CompletableFuture<>();
        Processes.spawn(() -> complete(finished, measurement));
        finished.get();
    }

    private static void complete(CompletableFuture<Void> finished, Measurement measurement) {
        try {
            measurement.run();
            finished.complete(null);
        } catch (Throwable thrown) {
            finished.completeExceptionally(thrown);
        }
    }

    @Override
    public void startClient(Runnable work) {
        Processes.spawn(work);
    }

    @Override
    public Cache startCache() {
        Pid<OtpCache.Message> cache = OtpCache.start();
        return new Cache() {
            @Override
            public Object serverProcess(String listName) {
                return OtpCache.serverProcess(cache, listName);
            }

            @Override
            public void note(String listName) {
                OtpCache.note(cache, listName);
            }
        };
    }

    @Override
    public void withServers(int count, Measurement action) throws Exception {
        List<Pid<?>> servers = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            servers.add(IdleServer.start());
        }
        action.run();
        endAll(servers, ExitReason.SHUTDOWN);
    }

    private static void endAll(List<Pid<?>> processes, ExitReason reason) {
        processes.forEach(Processes::monitor);
        processes.forEach(process -> Processes.exit(process, reason));
        processes.forEach(_ -> Processes.receive(Down.class));
    }

    @Override
    public double adopt(int threads) throws Exception {
        CountDownLatch adopted = new CountDownLatch(threads);
        CountDownLatch end = new CountDownLatch(1);
        double seconds =
                Rounds.seconds(() -> {
                    for (int i = 0; i < threads; i++) {
                        Thread.startVirtualThread(() -> {
                            Processes.self();
                            adopted.countDown();
                            Attempt.toAwait(end);
                        });
                    }
                    adopted.await();
                });
        end.countDown();
        return seconds;
    }

    @Override
    public Optional<Function<String, Object>> table(Iterable<String> keys) {
        return Optional.of(OtpReads.table(keys));
    }

    @Override
    public Optional<Function<String, Object>> registry(Iterable<String> keys) {
        return Optional.of(OtpReads.registry(keys));
    }

    @Override
    public long traced(Measurement measurement) throws Exception {
        return OtpTracing.whileRunning(measurement);
    }

    @Override
    public void exchange(int messages) {
        OtpTracing.exchange(messages);
    }

    @Override
    public Child startChild() {
        return OtpSupervision.startChild();
    }

    @Override
    public Measurement startSupervisorOf(int children) {
        return OtpSupervision.startSupervisorOf(children);
    }

    @Override
    public void spawnAndKill(int count) {
        List<Pid<?>> processes = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Pid<Object> process = Processes.spawn(Processes::receive);
            Processes.register(process, name(i));
            processes.add(process);
        }
        endAll(processes, ExitReason.KILL);
        processes.clear();
    }

    @Override
    public int processesAndNames(int churned) {
        long names =
                IntStream.range(0, churned)
                        .filter(i -> Processes.whereis(name(i)).isPresent())
                        .count();
        return Processes.list().size() + (int) names;
    }

    private static Name<Object> name(int i) {
        return new Name<>("process " + i);
    }
}
