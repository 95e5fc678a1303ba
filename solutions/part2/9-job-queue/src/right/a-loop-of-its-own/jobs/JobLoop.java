package jobs;

import static otp.Processes.demonitorAndFlush;
import static otp.Processes.monitor;
import static otp.Processes.receive;
import static otp.Processes.self;
import static otp.Processes.send;
import static otp.Processes.spawnLink;
import static otp.Processes.trapExits;

import jobs.JobState.Done;
import jobs.JobState.GivenUp;
import jobs.JobState.Running;
import jobs.JobState.Unknown;
import jobs.JobState.Waiting;

import otp.Down;
import otp.Exit;
import otp.ExitMessage;
import otp.ExitReason;
import otp.Monitor;
import otp.Pid;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/** The loop of the one process that keeps the jobs, and starts another for each attempt. */
final class JobLoop {

    private record Submit(Question question, String id, Job job) {}

    private record StateOf(Question question, String id) {}

    private record Await(Question question, String id) {}

    private record Finished(Pid<?> attempt, String result) {}

    private record Question(Pid<Object> asker, Monitor monitor) {
        void answer(Object answer) {
            send(asker, new Answer(monitor, answer));
        }
    }

    private record Answer(Monitor question, Object answer) {}

    private record Interface(Pid<Object> loop) implements JobQueue {

        private interface Request {
            Object of(Question question);
        }

        @Override
        public boolean submit(String id, Job job) {
            return (Boolean) ask(question -> new Submit(question, id, job));
        }

        @Override
        public JobState state(String id) {
            return (JobState) ask(question -> new StateOf(question, id));
        }

        @Override
        public JobState await(String id) {
            return (JobState) ask(question -> new Await(question, id));
        }

        private Object ask(Request request) {
            Monitor monitor = monitor(loop);
            send(loop, request.of(new Question(self(), monitor)));
            return switch (receive(Object.class, message -> isAbout(monitor, message))) {
                case Answer(_, Object answer) -> {
                    demonitorAndFlush(monitor);
                    yield answer;
                }
                case Down(_, _, ExitReason reason) -> throw new Exit(reason);
                default -> throw new IllegalStateException("neither an answer nor an end");
            };
        }

        private static boolean isAbout(Monitor monitor, Object message) {
            return message instanceof Answer answer && answer.question().equals(monitor)
                    || message instanceof Down down && down.monitor().equals(monitor);
        }
    }

    private final int workers;
    private final int attempts;
    private final Map<String, Job> jobs = new HashMap<>();
    private final Map<String, JobState> states = new HashMap<>();
    private final Map<String, Integer> failures = new HashMap<>();
    private final Map<String, List<Question>> questions = new HashMap<>();
    private final Map<Pid<?>, String> running = new HashMap<>();
    private final Queue<String> waiting = new ArrayDeque<>();

    private JobLoop(int workers, int attempts) {
        this.workers = workers;
        this.attempts = attempts;
    }

    static JobQueue startLink(String name, int workers, int attempts) {
        Pid<?> starter = self();
        return new Interface(spawnLink(() -> new JobLoop(workers, attempts).run(starter)));
    }

    private void run(Pid<?> starter) {
        trapExits(true);
        while (true) {
            switch (receive()) {
                case Submit(Question question, String id, Job job) ->
                        question.answer(accept(id, job));
                case StateOf(Question question, String id) -> question.answer(state(id));
                case Await(Question question, String id) -> await(question, id);
                case Finished(Pid<?> attempt, String result) ->
                        end(running.remove(attempt), new Done(result));
                case ExitMessage(Pid<?> from, ExitReason reason) when from.equals(starter) ->
                        throw new Exit(reason);
                case ExitMessage(Pid<?> from, ExitReason reason) when running.containsKey(from) ->
                        fail(running.remove(from), reason);
                default -> {}
            }
            while (running.size() < workers && !waiting.isEmpty()) {
                attempt(waiting.remove());
            }
        }
    }

    private boolean accept(String id, Job job) {
        if (jobs.putIfAbsent(id, job) != null) {
            return false;
        }
        states.put(id, new Waiting());
        waiting.add(id);
        return true;
    }

    private JobState state(String id) {
        return states.getOrDefault(id, new Unknown());
    }

    private void await(Question question, String id) {
        if (state(id) instanceof Waiting || state(id) instanceof Running) {
            questions.computeIfAbsent(id, _ -> new ArrayList<>()).add(question);
        } else {
            question.answer(state(id));
        }
    }

    private void attempt(String id) {
        Pid<Object> loop = self();
        Job job = jobs.get(id);
        states.put(id, new Running());
        running.put(spawnLink(() -> send(loop, new Finished(self(), job.run()))), id);
    }

    private void fail(String id, ExitReason reason) {
        if (failures.merge(id, 1, Integer::sum) == attempts) {
            end(id, new GivenUp(reason));
        } else {
            states.put(id, new Waiting());
            waiting.add(id);
        }
    }

    private void end(String id, JobState end) {
        states.put(id, end);
        List<Question> waited = questions.remove(id);
        if (waited != null) {
            waited.forEach(question -> question.answer(end));
        }
    }
}
