package jobs;

import otp.ChildSpec;
import otp.Name;
import otp.Supervisor;
import otp.SupervisorFlags;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Starts the server, and the workers, of which none knows what it did before a restart. */
final class JobSupervisor {

    private JobSupervisor() {}

    static JobQueue startLink(String queue, int workers, int attempts) {
        Name<JobServer.Message> name = new Name<>(queue);
        ChildSpec<?> server = ChildSpec.worker(name, () -> JobServer.startLink(name, attempts));
        Stream<ChildSpec<?>> others =
                IntStream.rangeClosed(1, workers)
                        .mapToObj(number ->
                                ChildSpec.worker(
                                        "worker " + number, () -> JobWorker.startLink(name)));
        List<ChildSpec<?>> children = Stream.concat(Stream.of(server), others).toList();
        Supervisor.startLink(SupervisorFlags.oneForAll(), children).pid();
        return new JobServer.Interface(name);
    }
}
