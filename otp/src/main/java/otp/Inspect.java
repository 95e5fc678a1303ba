package otp;

import otp.Supervisor.ChildInfo;

import java.util.List;

/** Asks a supervisor of either kind for a picture of itself. */
record Inspect() implements Supervisor.Message, DynamicSupervisor.Message, Call<Inspect.Picture> {

    /**
     * What a supervisor tells of itself.
     *
     * @param strategy which children it restarts together
     * @param restarts how many restarts it has made or tried so far
     * @param children its children, in the order in which they were started
     */
    record Picture(Strategy strategy, int restarts, List<ChildInfo> children) {}
}
