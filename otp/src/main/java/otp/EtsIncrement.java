package otp;

/**
 * What {@link Ets#updateCounter(EtsTable, Object, java.util.List)} adds to one element of a row.
 *
 * @param position where the counter stands in the row; the first after the key is 2
 * @param amount what is added
 * @param threshold the last value that may come out; above it (below it, if the amount is negative)
 *     the counter starts again
 * @param restart the value with which it starts again
 */
public record EtsIncrement(int position, long amount, long threshold, long restart) {

    /** Adds an amount at a position, without a threshold. */
    public static EtsIncrement of(int position, long amount) {
        long farthest = amount < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        return new EtsIncrement(position, amount, farthest, 0);
    }

    /** Returns this increment with a threshold, and with the value that comes out beyond it. */
    public EtsIncrement threshold(long last, long startAgainAt) {
        return new EtsIncrement(position, amount, last, startAgainAt);
    }

    /** Returns the counter after one that is a {@link Long} or an {@link Integer}, and its type. */
    Object appliedTo(Object counter) {
        try {
            return switch (counter) {
                case Long value -> next(value);
                case Integer value -> Math.toIntExact(next(value));
                default ->
                        throw new TableRefusal(counter + " is not an int or a long to count with");
            };
        } catch (ArithmeticException overflow) {
            throw new TableRefusal(counter + " cannot grow by " + amount + " within its type");
        }
    }

    private long next(long value) {
        long sum = Math.addExact(value, amount);
        boolean beyond = amount < 0 ? sum < threshold : sum > threshold;
        return beyond ? restart : sum;
    }
}
