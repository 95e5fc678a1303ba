package server;

import otp.Pid;
import otp.Processes;

/** Callbacks of a server that tells the test when it begins, and has no state to begin with. */
record FailingInit(Pid<Object> test) implements Callbacks<String> {

    @Override
    public String init() {
        Processes.send(test, "begun");
        throw new IllegalStateException("no state to begin with");
    }

    @Override
    public String handleCast(Object message, String state) {
        return state;
    }

    @Override
    public Reply<String> handleCall(Object question, String state) {
        return new Reply<>("yes", state);
    }
}
