package duper;

import otp.Call;
import otp.ChildSpec;
import otp.GenServer;
import otp.Init;
import otp.Next;
import otp.Registry;
import otp.Start;

import java.util.List;

/**
 * A process that hashes texts, so that equal ones can be found: one of many that are all alike. It
 * has no name of its own.
 */
public final class DuperWorker extends GenServer<DuperWorker.Message, Integer> {

    /** Knows all workers under one key, {@link #KEY}. It must run before any worker does. */
    public static final Registry<Message, Void> REGISTRY = new Registry<>("duper_registry");

    /** What all workers register themselves under. */
    public static final String KEY = "worker";

    /** What a worker understands. */
    public sealed interface Message {}

    /**
     * Asks for the hash of a text.
     *
     * @param text the text
     */
    public record Hash(String text) implements Message, Call<Integer> {}

    private DuperWorker() {}

    /** Starts a worker, linked to the caller. */
    public static Start<Message> startLink() {
        return startLink(DuperWorker::new);
    }

    /** Specifies a worker as the child of a supervisor; all workers have the same id. */
    public static ChildSpec<Message> childSpec() {
        return ChildSpec.worker("duper_worker", DuperWorker::startLink);
    }

    /** Has one of the workers hash a text; there must be one. */
    public static int hash(String text) {
        List<Registry.Entry<Message, Void>> workers = REGISTRY.lookup(KEY);
        int chosen = Math.floorMod(text.hashCode(), workers.size());
        return call(workers.get(chosen).process(), new Hash(text));
    }

    /** Returns how many workers there are. */
    public static int count() {
        return REGISTRY.lookup(KEY).size();
    }

    @Override
    protected Init<Integer> init() {
        REGISTRY.register(KEY, null);
        return ok(0);
    }

    @Override
    protected Next<Integer> handle(Message message, Integer hashed) {
        return switch (message) {
            case Hash request -> reply(request, request.text().hashCode(), hashed + 1);
        };
    }
}
