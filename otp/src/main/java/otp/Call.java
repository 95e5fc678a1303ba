package otp;

/**
 * A message that a server answers, such as {@code record Value() implements Message,
 * Call<Integer>}.
 *
 * @param <R> the answer
 */
public interface Call<R> {}
