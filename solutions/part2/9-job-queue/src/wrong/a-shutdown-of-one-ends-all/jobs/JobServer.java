package jobs;

import static otp.Processes.spawnLink;
import static otp.Processes.trapExits;

import jobs.JobState.Done;
import jobs.JobState.GivenUp;
import jobs.JobState.Running;
import jobs.JobState.Unknown;

import otp.Call;
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

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;

/**
 * Keeps the jobs. Each attempt is a process that is linked to this one, which traps exits: so it
 * hears of every end, and takes the attempts with it when it ends itself.
 */
final class JobServer extends GenServer<JobServer.Message, JobServer.Jobs> {

    sealed interface Message {}

    record Submit(String id, Job job) implements Message, Call<Boolean> {}

    record StateOf(String id) implements Message, Call<JobState> {}

    record Await(String id) implements Message, Call<JobState> {}

    record Finished(Pid<?> attempt, String result) implements Message, Cast {}

    /**
     * The jobs, which only this process changes.
     *
     * @param all each job under its id
     * @param waiting the ids of those that wait for an attempt, in order
     * @param running the ids of those that are attempted, under the attempt's pid
     */
    record Jobs(Map<String, KeptJob> all, Queue<String> waiting, Map<Pid<?>, String> running) {}

    record Interface(Name<Message> server) implements JobQueue {

        @Override
        public boolean submit(String id, Job job) {
            return call(server, new Submit(id, job));
        }

        @Override
        public JobState state(String id) {
            return call(server, new StateOf(id));
        }

        @Override
        public JobState await(String id) {
            return call(server, new Await(id), INFINITY);
        }
    }

    private final int workers;
    private final int attempts;

    private JobServer(int workers, int attempts) {
        this.workers = workers;
        this.attempts = attempts;
    }

    static Start<Message> startLink(Name<Message> name, int workers, int attempts) {
        return startLink(() -> new JobServer(workers, attempts), name);
    }

    @Override
    protected Init<Jobs> init() {
        trapExits(true);
        return ok(new Jobs(new HashMap<>(), new ArrayDeque<>(), new HashMap<>()));
    }

    @Override
    protected Next<Jobs> handle(Message message, Jobs jobs) {
        return switch (message) {
            case Submit request -> reply(request, accept(request, jobs), jobs);
            case StateOf request -> reply(request, stateOf(request.id(), jobs), jobs);
            case Await request -> await(request, jobs);
            case Finished(Pid<?> attempt, String result) -> {
                end(jobs.running().remove(attempt), new Done(result), jobs);
                yield noreply(jobs);
            }
        };
    }

    @Override
    protected Next<Jobs> handleInfo(Object message, Jobs jobs) {
        if (message instanceof ExitMessage(Pid<?> attempt, ExitReason reason)) {
            String failed = jobs.running().remove(attempt);
            if (failed != null) {
                attemptAgain(failed, reason, jobs);
            }
            return noreply(jobs);
        }
        return super.handleInfo(message, jobs);
    }

    private boolean accept(Submit request, Jobs jobs) {
        KeptJob job = KeptJob.of(request.id(), request.job());
        boolean isNew = jobs.all().putIfAbsent(request.id(), job) == null;
        if (isNew) {
            jobs.waiting().add(request.id());
            startWhatMayStart(jobs);
        }
        return isNew;
    }

    private static JobState stateOf(String id, Jobs jobs) {
        KeptJob job = jobs.all().get(id);
        return job == null ? new Unknown() : job.state();
    }

    private Next<Jobs> await(Await request, Jobs jobs) {
        KeptJob job = jobs.all().get(request.id());
        if (job == null || job.hasEnded()) {
            return reply(request, stateOf(request.id(), jobs), jobs);
        }
        jobs.all().put(job.id(), job.waitedForBy(from(request)));
        return noreply(jobs);
    }

    private void attemptAgain(String id, ExitReason reason, Jobs jobs) {
        if (reason.equals(ExitReason.SHUTDOWN)) {
            jobs.running().keySet().forEach(other -> Processes.exit(other, reason));
        }
        KeptJob job = jobs.all().get(id).failed();
        jobs.all().put(id, job);
        if (job.failures() == attempts) {
            end(id, new GivenUp(reason), jobs);
        } else {
            jobs.waiting().add(id);
            startWhatMayStart(jobs);
        }
    }

    private void end(String id, JobState end, Jobs jobs) {
        KeptJob job = jobs.all().get(id);
        job.waiting().forEach(client -> reply(client, end));
        jobs.all().put(id, KeptJob.of(id, job.job()).in(end));
        startWhatMayStart(jobs);
    }

    private void startWhatMayStart(Jobs jobs) {
        while (jobs.running().size() < workers && !jobs.waiting().isEmpty()) {
            String id = jobs.waiting().remove();
            jobs.all().compute(id, (_, job) -> job.in(new Running()));
            jobs.running().put(attempt(jobs.all().get(id).job()), id);
        }
    }

    private Pid<?> attempt(Job job) {
        Pid<Message> server = self();
        return spawnLink(() -> cast(server, new Finished(Processes.self(), job.run())));
    }
}
