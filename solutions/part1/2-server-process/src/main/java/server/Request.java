package server;

import otp.Pid;

/**
 * What a client sends to a server: its own words, in an envelope that says what to do with them.
 */
public sealed interface Request {

    /**
     * Tells the server something. No client waits for an answer.
     *
     * @param message what the server is told
     */
    record Cast(Object message) implements Request {}

    /**
     * Asks the server something.
     *
     * @param question what the server is asked
     * @param client who waits for the answer
     */
    record Call(Object question, Pid<Answer> client) implements Request {}
}
