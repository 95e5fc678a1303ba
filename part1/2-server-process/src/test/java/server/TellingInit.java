package server;

import otp.Pid;
import otp.Processes;

/** Callbacks of a server that tells the test when it begins. */
record TellingInit(Pid<Object> test) implements Callbacks<String> {

    static final String BEGUN = "begun";

    @Override
    public String init() {
        Processes.send(test, BEGUN);
        return BEGUN;
    }

    @Override
    public String handleCast(Object message, String state) {
        return state;
    }

    @Override
    public Reply<String> handleCall(Object question, String state) {
        return new Reply<>(state, state);
    }
}
