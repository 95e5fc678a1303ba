package duper;

import otp.Call;
import otp.Cast;
import otp.ChildSpec;
import otp.From;
import otp.GenServer;
import otp.Init;
import otp.Name;
import otp.Next;
import otp.Start;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The process that starts the workers, and that knows which of them are at work. */
public final class Gatherer extends GenServer<Gatherer.Message, Set<Integer>> {

    private static final Name<Message> NAME = new Name<>("duper_gatherer");

    /** What the gatherer understands. */
    public sealed interface Message {}

    /**
     * Says that a worker has found no more files.
     *
     * @param worker its number
     */
    public record Done(int worker) implements Message, Cast {}

    /** Asks to be told when all workers are done. */
    public record AwaitWorkers() implements Message, Call<Boolean> {}

    private final int workers;

    /** The clients that wait until no worker is at work. */
    private final List<From<Boolean>> waiting = new ArrayList<>();

    private Gatherer(int workers) {
        this.workers = workers;
    }

    /**
     * Starts the gatherer, linked to the caller, and as many workers, which are not linked to it.
     */
    public static Start<Message> startLink(int workers) {
        return startLink(() -> new Gatherer(workers), NAME);
    }

    /** Specifies the gatherer as the child of a supervisor. */
    public static ChildSpec<Message> childSpec(int workers) {
        return ChildSpec.worker("duper_gatherer", () -> startLink(workers));
    }

    /** Says that a worker has found no more files; once or more often. Does not wait. */
    public static void done(int worker) {
        cast(NAME, new Done(worker));
    }

    /** Returns the sets of files with the same content, when all workers are done. */
    public static List<Set<Path>> duplicates() {
        call(NAME, new AwaitWorkers());
        return Results.duplicates();
    }

    @Override
    protected Init<Set<Integer>> init() {
        List<Integer> numbers = IntStream.rangeClosed(1, workers).boxed().toList();
        numbers.forEach(Workers::add);
        return ok(new TreeSet<>(numbers));
    }

    @Override
    protected Next<Set<Integer>> handle(Message message, Set<Integer> atWork) {
        switch (message) {
            case Done(int worker) -> atWork.remove(worker);
            case AwaitWorkers request -> waiting.add(from(request));
        }
        if (atWork.isEmpty()) {
            waiting.forEach(client -> reply(client, true));
            waiting.clear();
        }
        return noreply(atWork);
    }
}
