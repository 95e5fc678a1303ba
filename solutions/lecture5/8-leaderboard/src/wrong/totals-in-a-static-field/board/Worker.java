package board;

import otp.Call;
import otp.GenServer;
import otp.Init;
import otp.Name;
import otp.Next;
import otp.Start;

import java.util.HashSet;
import java.util.Set;

/** Changes the totals, one after the other. It keeps nothing itself. */
final class Worker extends GenServer<Worker.Message, Scores> {

    sealed interface Message {}

    record Score(String player, long points) implements Message, Call<Long> {}

    private static final Set<String> PLAYERS = new HashSet<>();

    private final Scores scores;

    private Worker(Scores scores) {
        this.scores = scores;
    }

    static Start<Message> startLink(Name<Message> name, Scores scores) {
        return startLink(() -> new Worker(scores), name);
    }

    @Override
    protected Init<Scores> init() {
        scores.restoreOrder();
        return ok(scores);
    }

    @Override
    protected Next<Scores> handle(Message message, Scores scores) {
        return switch (message) {
            case Score request -> {
                PLAYERS.add(request.player());
                long before = scores.total(request.player());
                long total = Math.addExact(before, request.points());
                scores.setTotal(request.player(), before, total);
                yield reply(request, total, scores);
            }
        };
    }
}
