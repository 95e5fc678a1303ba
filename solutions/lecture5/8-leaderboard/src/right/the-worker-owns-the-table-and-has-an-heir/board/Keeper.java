package board;

import otp.Call;
import otp.ChildSpec;
import otp.Ets;
import otp.EtsName;
import otp.EtsOptions;
import otp.EtsTransfer;
import otp.GenServer;
import otp.Init;
import otp.Name;
import otp.Next;
import otp.Pid;
import otp.Processes;
import otp.Start;
import otp.Supervisor;
import otp.SupervisorFlags;

/** Creates the table, gives it to each new worker, and inherits it when that one ends. */
final class Keeper extends GenServer<Keeper.Message, EtsName<String, Long>> {

    sealed interface Message {}

    record GiveTo(Pid<?> worker) implements Message, Call<Boolean> {}

    private final EtsName<String, Long> totals;

    private Keeper(EtsName<String, Long> totals) {
        this.totals = totals;
    }

    static Leaderboard startLinkAll(String board) {
        EtsName<String, Long> totals = new EtsName<>(board);
        Name<Message> keeper = new Name<>(board + " keeper");
        Name<Adder.Message> adder = new Name<>(board + " adder");
        Supervisor.startLink(
                        SupervisorFlags.restForOne(),
                        ChildSpec.worker("keeper", () -> startLink(keeper, totals)),
                        ChildSpec.worker("adder", () -> Adder.startLink(adder, keeper, totals)))
                .pid();
        return new HeirBoard(adder, totals);
    }

    private static Start<Message> startLink(Name<Message> keeper, EtsName<String, Long> totals) {
        return startLink(() -> new Keeper(totals), keeper);
    }

    /** Has the table given to the caller. */
    static void giveToCaller(Name<Message> keeper) {
        call(keeper, new GiveTo(Processes.self()));
    }

    @Override
    protected Init<EtsName<String, Long>> init() {
        Ets.create(totals, EtsOptions.set().heir(self()));
        return ok(totals);
    }

    @Override
    protected Next<EtsName<String, Long>> handle(Message message, EtsName<String, Long> totals) {
        return switch (message) {
            case GiveTo request -> {
                Ets.giveAway(totals, request.worker(), "yours");
                yield reply(request, true, totals);
            }
        };
    }

    @Override
    protected Next<EtsName<String, Long>> handleInfo(Object message, EtsName<String, Long> totals) {
        return message instanceof EtsTransfer ? noreply(totals) : super.handleInfo(message, totals);
    }
}
