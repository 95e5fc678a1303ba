package counter.worker;

import otp.Call;
import otp.ExitReason;
import otp.GenServer;
import otp.Init;
import otp.Next;
import otp.Pid;
import otp.Registry;

/**
 * Stands in for a worker that ends before it has answered, when another process has its name
 * already.
 */
final class Departing extends GenServer<Worker.Message, Void> {

    private final Object key;
    private final Pid<Worker.Message> successor;

    private Departing(Object key, Pid<Worker.Message> successor) {
        this.key = key;
        this.successor = successor;
    }

    /**
     * Starts a worker that ends with a reason as soon as it gets a message, and returns its
     * successor, which answers each message with the number of messages that it has had.
     */
    static Pid<Worker.Message> startLink(Object name) {
        Object key = new Registry.ModuleKey(Worker.class, name);
        Pid<Worker.Message> successor = startLink(() -> new Successor(key)).pid();
        startLink(() -> new Departing(key, successor)).pid();
        return successor;
    }

    @Override
    protected Init<Void> init() {
        Worker.REGISTRY.register(key, null);
        return ok(null);
    }

    @Override
    protected Next<Void> handle(Worker.Message message, Void state) {
        Worker.REGISTRY.unregister(key);
        call(successor, new Worker.Value());
        return stop(ExitReason.of("departed"), state);
    }

    private static final class Successor extends GenServer<Worker.Message, Integer> {

        private final Object key;

        private Successor(Object key) {
            this.key = key;
        }

        @Override
        protected Init<Integer> init() {
            return ok(1);
        }

        @Override
        protected Next<Integer> handle(Worker.Message message, Integer count) {
            if (count == 1) {
                Worker.REGISTRY.register(key, null);
            }
            return message instanceof Call<?> request ? answer(request, count) : noreply(count + 1);
        }

        @SuppressWarnings("unchecked")
        private static Next<Integer> answer(Call<?> request, int count) {
            return reply((Call<Integer>) request, count, count + 1);
        }
    }
}
