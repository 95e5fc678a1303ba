package jobs;

import static otp.Processes.send;
import static otp.Processes.spawnLink;
import static otp.Processes.trapExits;

import jobs.JobState.Done;
import jobs.JobState.GivenUp;

import otp.Cast;
import otp.ExitMessage;
import otp.ExitReason;
import otp.GenServer;
import otp.Init;
import otp.Name;
import otp.Next;
import otp.Pid;
import otp.Processes;
import otp.Start;

/** Fetches one job after the other, and hears from a linked process what comes of each. */
final class JobWorker extends GenServer<JobWorker.Order, JobWorker.Work> {

    /** What is to be attempted next. */
    record Order(String id, Job job) implements Cast {}

    private record Result(Pid<?> attempt, String text) {}

    /** The job that is attempted, and the process that attempts it; both are missing in between. */
    record Work(String id, Pid<?> attempt) {

        private boolean isOf(Pid<?> process) {
            return process.equals(attempt);
        }
    }

    private final Name<JobServer.Message> server;

    private JobWorker(Name<JobServer.Message> server) {
        this.server = server;
    }

    static Start<Order> startLink(Name<JobServer.Message> server) {
        return startLink(() -> new JobWorker(server));
    }

    @Override
    protected Init<Work> init() {
        trapExits(true);
        return ok(fetched());
    }

    @Override
    protected Next<Work> handle(Order order, Work work) {
        return noreply(new Work(order.id(), attempted(order.job())));
    }

    @Override
    protected Next<Work> handleInfo(Object message, Work work) {
        return switch (message) {
            case Result(Pid<?> attempt, String text) when work.isOf(attempt) ->
                    ended(work, new Done(text));
            case ExitMessage(Pid<?> attempt, ExitReason reason) when work.isOf(attempt) ->
                    ended(work, new GivenUp(reason));
            case ExitMessage _ -> noreply(work);
            default -> super.handleInfo(message, work);
        };
    }

    private Next<Work> ended(Work work, JobState end) {
        cast(server, new JobServer.Attempted(work.id(), end));
        return noreply(fetched());
    }

    private Work fetched() {
        cast(server, new JobServer.Fetch(self()));
        return new Work(null, null);
    }

    private static Pid<?> attempted(Job job) {
        Pid<Object> worker = Processes.self();
        return spawnLink(() -> send(worker, new Result(Processes.self(), job.run())));
    }
}
