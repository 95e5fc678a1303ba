package jobs;

import jobs.JobState.GivenUp;
import jobs.JobState.Running;
import jobs.JobState.Unknown;
import jobs.JobState.Waiting;

import otp.Call;
import otp.Cast;
import otp.GenServer;
import otp.Init;
import otp.Name;
import otp.Next;
import otp.Pid;
import otp.Start;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/** Keeps the jobs, and gives them to the workers that ask. A failed one has its old place again. */
final class JobServer extends GenServer<JobServer.Message, Map<String, KeptJob>> {

    sealed interface Message {}

    record Submit(String id, Job job) implements Message, Call<Boolean> {}

    record StateOf(String id) implements Message, Call<JobState> {}

    record Await(String id) implements Message, Call<JobState> {}

    record Fetch(Pid<JobWorker.Order> worker) implements Message, Cast {}

    record Attempted(String id, JobState end) implements Message, Cast {}

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

    private final int attempts;
    private final Queue<Pid<JobWorker.Order>> idle = new ArrayDeque<>();

    private JobServer(int attempts) {
        this.attempts = attempts;
    }

    static Start<Message> startLink(Name<Message> name, int attempts) {
        return startLink(() -> new JobServer(attempts), name);
    }

    @Override
    protected Init<Map<String, KeptJob>> init() {
        return ok(new LinkedHashMap<>());
    }

    @Override
    protected Next<Map<String, KeptJob>> handle(Message message, Map<String, KeptJob> jobs) {
        switch (message) {
            case Submit request -> reply(from(request), isAccepted(request, jobs));
            case StateOf request -> reply(from(request), state(request.id(), jobs));
            case Await request -> await(request, jobs);
            case Fetch(Pid<JobWorker.Order> worker) -> idle.add(worker);
            case Attempted(String id, JobState end) ->
                    jobs.computeIfPresent(id, (_, job) -> after(job, end));
        }
        giveOut(jobs);
        return noreply(jobs);
    }

    private static boolean isAccepted(Submit request, Map<String, KeptJob> jobs) {
        KeptJob job = KeptJob.of(request.id(), request.job());
        return jobs.putIfAbsent(request.id(), job) == null;
    }

    private static JobState state(String id, Map<String, KeptJob> jobs) {
        return jobs.containsKey(id) ? jobs.get(id).state() : new Unknown();
    }

    private void await(Await request, Map<String, KeptJob> jobs) {
        KeptJob job = jobs.get(request.id());
        if (job == null || job.hasEnded()) {
            reply(from(request), state(request.id(), jobs));
        } else {
            jobs.put(job.id(), job.waitedForBy(from(request)));
        }
    }

    private KeptJob after(KeptJob job, JobState end) {
        if (end instanceof GivenUp && job.failures() + 1 < attempts) {
            return job.failed();
        }
        job.waiting().forEach(client -> reply(client, end));
        return KeptJob.of(job.id(), job.job()).in(end);
    }

    private void giveOut(Map<String, KeptJob> jobs) {
        while (!idle.isEmpty() && firstThatWaits(jobs).isPresent()) {
            KeptJob next = firstThatWaits(jobs).get();
            jobs.put(next.id(), next.in(new Running()));
            cast(idle.remove(), new JobWorker.Order(next.id(), next.job()));
        }
    }

    private static Optional<KeptJob> firstThatWaits(Map<String, KeptJob> jobs) {
        return jobs.values().stream().filter(job -> job.state() instanceof Waiting).findFirst();
    }
}
