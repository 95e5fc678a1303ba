package otp;

/**
 * Tells a process that it owns a table from now on: it was given away to it, or it is the heir of
 * an owner that has ended; {@code {:"ETS-TRANSFER", table, from, data}} in Elixir.
 *
 * @param table the table, by its name if it has one
 * @param from the owner until now
 * @param data what {@link Ets#giveAway} or {@link EtsHeir} has for the new owner; null if nothing
 */
public record EtsTransfer(EtsTable<?, ?> table, Pid<?> from, Object data) {}
