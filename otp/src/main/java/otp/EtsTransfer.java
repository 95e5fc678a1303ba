package otp;

/**
 * Tells a process that it owns a table from now on: it was given away to it, or it is the heir of
 * an owner that has ended; {@code {:"ETS-TRANSFER", table, from, data}} in Elixir.
 *
 * @param table the table, by its name if it has one
 * @param from the owner until now
 * @param data what the giver, or the one who named the heir, had to say; null if nothing
 */
public record EtsTransfer(EtsTable<?, ?> table, Pid<?> from, Object data) {}
