package otp;

import java.util.Objects;

/**
 * What came of starting a server.
 *
 * @param <M> the messages that the server understands
 */
public sealed interface Start<M> {

    /**
     * The server runs: {@code {:ok, pid}} in Elixir.
     *
     * @param pid the new process
     */
    record Ok<M>(Pid<M> pid) implements Start<M> {

        /** Creates the result of a start that went well; a supervisor relies on its pid. */
        public Ok {
            Objects.requireNonNull(pid, "a server that runs has a pid");
        }
    }

    /**
     * Nothing was started, because a process of that name runs already.
     *
     * @param holder the process that has the name
     */
    record AlreadyStarted<M>(Pid<M> holder) implements Start<M> {

        /** Creates the result of a start that came too late. */
        public AlreadyStarted {
            Objects.requireNonNull(holder, "a name that is taken has a holder");
        }
    }

    /** The server chose in {@link GenServer#init} not to run. */
    record Ignore<M>() implements Start<M> {}

    /**
     * The server ended in {@link GenServer#init}.
     *
     * @param reason why it ended
     */
    record Failed<M>(ExitReason reason) implements Start<M> {

        /** Creates the result of a start that failed. */
        public Failed {
            Objects.requireNonNull(reason, "a start that failed has a reason");
        }
    }

    /**
     * Returns the new process, where nothing else is expected: {@code {:ok, pid} = start()} in
     * Elixir.
     *
     * @throws Exit if the server was not started
     */
    default Pid<M> pid() {
        return switch (this) {
            case Ok<M>(Pid<M> pid) -> pid;
            case AlreadyStarted<M>(Pid<M> holder) ->
                    throw new Exit(ExitReason.of("already started as " + holder));
            case Ignore<M>() ->
                    throw new Exit(ExitReason.of("ignored: the server chose not to run"));
            case Failed<M>(ExitReason reason) -> throw new Exit(reason);
        };
    }

    /**
     * Returns the process that runs under the name now, whether it is new or was there before:
     * there is one from now on, and that is all that the caller wants.
     *
     * @throws Exit if none runs
     */
    default Pid<M> running() {
        return this instanceof AlreadyStarted<M>(Pid<M> holder) ? holder : pid();
    }
}
