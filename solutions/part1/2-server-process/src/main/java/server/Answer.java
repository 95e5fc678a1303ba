package server;

/**
 * What a server sends back to a client that has asked.
 *
 * @param value the answer
 */
public record Answer(Object value) {}
