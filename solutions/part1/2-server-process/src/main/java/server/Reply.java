package server;

/**
 * What comes of a question.
 *
 * @param answer what the client is told
 * @param state the server's state from now on
 * @param <S> what the server keeps
 */
public record Reply<S>(Object answer, S state) {}
