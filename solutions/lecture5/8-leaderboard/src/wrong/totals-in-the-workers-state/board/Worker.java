package board;

import otp.Call;
import otp.GenServer;
import otp.Init;
import otp.Name;
import otp.Next;
import otp.Start;

import java.util.HashMap;
import java.util.Map;

/** Changes the totals, one after the other. It keeps nothing itself. */
final class Worker extends GenServer<Worker.Message, Map<String, Long>> {

    sealed interface Message {}

    record Score(String player, long points) implements Message, Call<Long> {}

    private final Scores scores;

    private Worker(Scores scores) {
        this.scores = scores;
    }

    static Start<Message> startLink(Name<Message> name, Scores scores) {
        return startLink(() -> new Worker(scores), name);
    }

    @Override
    protected Init<Map<String, Long>> init() {
        scores.restoreOrder();
        return ok(new HashMap<>());
    }

    @Override
    protected Next<Map<String, Long>> handle(Message message, Map<String, Long> totals) {
        return switch (message) {
            case Score request -> {
                long before = totals.getOrDefault(request.player(), 0L);
                long total = Math.addExact(before, request.points());
                scores.setTotal(request.player(), before, total);
                totals.put(request.player(), total);
                yield reply(request, total, totals);
            }
        };
    }
}
