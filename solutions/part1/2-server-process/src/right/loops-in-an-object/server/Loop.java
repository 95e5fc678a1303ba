package server;

import otp.Processes;

/** The loop of one server, and the state that it keeps. */
final class Loop<S> {

    private final Callbacks<S> callbacks;
    private S state;

    Loop(Callbacks<S> callbacks) {
        this.callbacks = callbacks;
    }

    void run() {
        state = callbacks.init();
        for (; ; ) {
            state = ServerProcess.serve(Processes.receive(Request.class), state, callbacks);
        }
    }
}
