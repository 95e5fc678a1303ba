package board;

import otp.Call;
import otp.Ets;
import otp.EtsName;
import otp.EtsTransfer;
import otp.GenServer;
import otp.Init;
import otp.Name;
import otp.Next;
import otp.Start;
import otp.Tuple;

/** Changes the totals in the table that the keeper gives it. */
final class Adder extends GenServer<Adder.Message, EtsName<String, Long>> {

    sealed interface Message {}

    record Score(String player, long points) implements Message, Call<Long> {}

    private final Name<Keeper.Message> keeper;
    private final EtsName<String, Long> totals;

    private Adder(Name<Keeper.Message> keeper, EtsName<String, Long> totals) {
        this.keeper = keeper;
        this.totals = totals;
    }

    static Start<Message> startLink(
            Name<Message> name, Name<Keeper.Message> keeper, EtsName<String, Long> totals) {
        return startLink(() -> new Adder(keeper, totals), name);
    }

    @Override
    protected Init<EtsName<String, Long>> init() {
        Keeper.giveToCaller(keeper);
        return ok(totals);
    }

    @Override
    protected Next<EtsName<String, Long>> handle(Message message, EtsName<String, Long> totals) {
        return switch (message) {
            case Score request -> {
                long before =
                        Ets.lookup(totals, request.player()).stream()
                                .mapToLong(Tuple::value)
                                .findFirst()
                                .orElse(0);
                long total = Math.addExact(before, request.points());
                Ets.insert(totals, Tuple.of(request.player(), total));
                yield reply(request, total, totals);
            }
        };
    }

    @Override
    protected Next<EtsName<String, Long>> handleInfo(Object message, EtsName<String, Long> totals) {
        return message instanceof EtsTransfer ? noreply(totals) : super.handleInfo(message, totals);
    }
}
