package otp;

import java.util.Objects;

/** The server behind {@link Agent}. */
final class AgentServer<S> extends GenServer<Agent.Message<S>, S> {

    record Request<R, S>(ThrowingFunction<? super S, Agent.Reply<R, S>> function)
            implements Agent.Message<S>, Call<R> {

        Request {
            Objects.requireNonNull(function, NO_FUNCTION);
        }
    }

    record Change<S>(ThrowingFunction<? super S, ? extends S> function)
            implements Agent.Message<S>, Cast {

        Change {
            Objects.requireNonNull(function, NO_FUNCTION);
        }
    }

    static final String NO_FUNCTION = "an agent is asked by a function, which cannot be null";

    /** Makes the first state; null once it has. */
    private ThrowingSupplier<? extends S> initial;

    AgentServer(ThrowingSupplier<? extends S> initial) {
        this.initial = initial;
    }

    @Override
    String label() {
        return "Agent";
    }

    @Override
    protected Init<S> init() throws Exception {
        S first = initial.getOrThrow();
        initial = null;
        return ok(first);
    }

    @Override
    protected Next<S> handle(Agent.Message<S> message, S state) throws Exception {
        return switch (message) {
            case Request<?, S> request -> answer(request, state);
            case Change<S>(var function) -> noreply(function.applyOrThrow(state));
        };
    }

    private <R> Next<S> answer(Request<R, S> request, S state) throws Exception {
        Agent.Reply<R, S> reply =
                Objects.requireNonNull(
                        request.function().applyOrThrow(state),
                        "the function of getAndUpdate returned null instead of a Reply");
        return reply(request, reply.answer(), reply.state());
    }

    /** Drops what it does not expect, without a word, as Elixir's agents do. */
    @Override
    protected Next<S> handleInfo(Object message, S state) {
        return noreply(state);
    }
}
