package server;

import otp.Processes;

/** Callbacks of a server that begins only when it gets a signal, and answers with that. */
record SlowInit() implements Callbacks<String> {

    static final String SIGNAL = "begin";

    @Override
    public String init() {
        return Processes.receive(String.class);
    }

    @Override
    public String handleCast(Object message, String signal) {
        return signal;
    }

    @Override
    public Reply<String> handleCall(Object question, String signal) {
        return new Reply<>(signal, signal);
    }
}
