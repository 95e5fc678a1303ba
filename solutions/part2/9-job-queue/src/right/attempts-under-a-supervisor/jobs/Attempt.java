package jobs;

import otp.Cast;
import otp.ChildSpec;
import otp.ExitReason;
import otp.GenServer;
import otp.Init;
import otp.Next;
import otp.Pid;
import otp.Restart;

/**
 * One attempt at a job: a child that is never restarted, since another attempt is another child. It
 * begins when it is told to, so that the server monitors it by then, and hears of any end.
 */
final class Attempt extends GenServer<Attempt.Message, Job> {

    sealed interface Message {}

    private record Begin() implements Message, Cast {}

    private final Pid<JobServer.Message> server;
    private final Job job;

    private Attempt(Pid<JobServer.Message> server, Job job) {
        this.server = server;
        this.job = job;
    }

    static ChildSpec<Message> childSpec(Pid<JobServer.Message> server, Job job) {
        return ChildSpec.worker("attempt", () -> startLink(() -> new Attempt(server, job)))
                .withRestart(Restart.TEMPORARY);
    }

    @Override
    protected Init<Job> init() {
        return ok(job);
    }

    /** Has an attempt do its job. Does not wait for it. */
    static void begin(Pid<Message> attempt) {
        cast(attempt, new Begin());
    }

    @Override
    protected Next<Job> handle(Message message, Job job) throws Exception {
        cast(server, new JobServer.Finished(self(), job.run()));
        return stop(ExitReason.NORMAL, job);
    }
}
