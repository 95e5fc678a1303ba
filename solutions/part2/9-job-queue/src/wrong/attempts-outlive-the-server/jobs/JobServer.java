package jobs;

import static otp.Processes.monitor;

import jobs.JobState.Done;
import jobs.JobState.GivenUp;
import jobs.JobState.Running;
import jobs.JobState.Unknown;

import otp.Call;
import otp.Cast;
import otp.Down;
import otp.DynamicSupervisor;
import otp.ExitReason;
import otp.GenServer;
import otp.Init;
import otp.Name;
import otp.Next;
import otp.Pid;
import otp.ServerRef;
import otp.Start;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;

/** Keeps the jobs, and monitors the attempts. */
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

    private final Name<DynamicSupervisor.Message> supervisor;
    private final int workers;
    private final int attempts;

    private JobServer(Name<DynamicSupervisor.Message> supervisor, int workers, int attempts) {
        this.supervisor = supervisor;
        this.workers = workers;
        this.attempts = attempts;
    }

    static Start<Message> startLink(
            Name<Message> name,
            Name<DynamicSupervisor.Message> supervisor,
            int workers,
            int attempts) {
        return startLink(() -> new JobServer(supervisor, workers, attempts), name);
    }

    @Override
    protected Init<Jobs> init() {
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
        if (message instanceof Down(_, ServerRef<?> attempt, ExitReason reason)) {
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
        Pid<Attempt.Message> attempt =
                DynamicSupervisor.startChild(supervisor, Attempt.childSpec(self(), job)).pid();
        monitor(attempt);
        Attempt.begin(attempt);
        return attempt;
    }
}
