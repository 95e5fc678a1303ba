package otp.conformance.servers;

import otp.From;

import java.util.List;

/**
 * The state of a server.
 *
 * @param deferred the calls that have not been answered yet, the oldest first
 * @param left what there is to do if no message comes; null if there is nothing
 * @param tag tells a state that was replaced from others
 */
record Standing(List<Deferred> deferred, Program left, String tag) {

    /** A call that has not been answered yet. */
    record Deferred(int number, String caller, From<Object> from) {}

    static final Standing AT_FIRST = new Standing(List.of(), null, "old");

    Standing with(Deferred call) {
        return new Standing(Lists.with(call, deferred), left, tag);
    }

    Standing withLeft(Program program) {
        return new Standing(deferred, program, tag);
    }

    Standing withoutDeferred() {
        return new Standing(List.of(), left, tag);
    }

    Standing withTag(String other) {
        return new Standing(deferred, left, other);
    }
}
