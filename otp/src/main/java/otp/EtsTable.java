package otp;

/**
 * Says which table is meant: the table itself, as {@link Ets#create(EtsOptions)} returns it, or a
 * name that is looked up each time.
 *
 * @param <K> the type of the keys: the first elements of the rows
 * @param <V> the type of the second elements of the rows; {@code Object} if they vary
 */
public sealed interface EtsTable<K, V> permits EtsName, LocalTable {}
