package observer;

import otp.Call;
import otp.Cast;
import otp.ChildSpec;
import otp.DynamicSupervisor;
import otp.DynamicSupervisorFlags;
import otp.Ets;
import otp.EtsName;
import otp.EtsOptions;
import otp.GenServer;
import otp.Init;
import otp.Name;
import otp.Next;
import otp.Pid;
import otp.Restart;
import otp.Start;
import otp.Supervisor;
import otp.SupervisorFlags;
import otp.Tuple;

/** A small system to look at: a catalog with a table, then carts, then two clerks. */
final class Shop {

    static final Name<Message> CATALOG = new Name<>("catalog");
    static final Name<Message> CLERK = new Name<>("clerk");
    static final Name<DynamicSupervisor.Message> CARTS = new Name<>("carts");
    static final EtsName<String, Object> PRICES = new EtsName<>("prices");

    sealed interface Message {}

    record Ask(Object question) implements Message, Call<Object> {}

    record Tell(Object news) implements Message, Cast {}

    private Shop() {}

    /** A server that keeps what it was told last, and gives it to those who ask. */
    static class Keeper extends GenServer<Message, Object> {

        private final boolean hasTable;

        Keeper(boolean hasTable) {
            this.hasTable = hasTable;
        }

        @Override
        protected Init<Object> init() {
            if (hasTable) {
                Ets.create(PRICES, EtsOptions.set());
                Ets.insert(PRICES, Tuple.of("apple", (Object) 12));
            }
            return ok("nothing");
        }

        @Override
        protected Next<Object> handle(Message message, Object state) {
            return switch (message) {
                case Ask ask -> reply(ask, state, state);
                case Tell tell -> noreply(tell.news());
            };
        }
    }

    /** Starts it, linked to the caller. */
    static Pid<Supervisor.Message> start() {
        return Supervisor.startLink(
                        new Name<>("shop"),
                        SupervisorFlags.restForOne().maxRestarts(5).maxSeconds(5),
                        ChildSpec.worker("before", () -> keeper(new Name<>("before"), false)),
                        ChildSpec.worker("catalog", () -> keeper(CATALOG, true)),
                        ChildSpec.supervisor(
                                "carts",
                                () ->
                                        DynamicSupervisor.startLink(
                                                CARTS, DynamicSupervisorFlags.oneForOne())),
                        ChildSpec.worker("clerk", () -> keeper(CLERK, false)))
                .pid();
    }

    static Start<Message> keeper(Name<Message> name, boolean hasTable) {
        return GenServer.startLink(() -> new Keeper(hasTable), name);
    }

    /** Starts a cart under a name. */
    static Pid<Message> cart(String name, Restart restart) {
        ChildSpec<Message> cart = ChildSpec.worker("cart", () -> keeper(new Name<>(name), false));
        return DynamicSupervisor.startChild(CARTS, cart.withRestart(restart)).pid();
    }
}
