package otp;

import java.util.Optional;

/**
 * What {@link Ets#updateCounter(EtsTable, Object, java.util.List)} adds to one element of a row.
 *
 * @param position where the counter stands in the row; the first after the key is 2
 * @param amount what is added
 * @param threshold where the counter starts again; nowhere by default
 */
public record EtsIncrement(int position, long amount, Optional<Threshold> threshold) {

    /**
     * Where a counter starts again.
     *
     * @param last the last value that may come out; above it (below it, if the amount is negative)
     *     the counter starts again
     * @param restart the value with which it starts again
     */
    public record Threshold(long last, long restart) {}

    /** Adds an amount at a position, without a threshold. */
    public static EtsIncrement of(int position, long amount) {
        return new EtsIncrement(position, amount, Optional.empty());
    }

    /** Returns this increment with a threshold, and with the value that comes out beyond it. */
    public EtsIncrement threshold(long last, long restart) {
        return new EtsIncrement(position, amount, Optional.of(new Threshold(last, restart)));
    }

    /** Returns the counter after one that is a {@link Long} or an {@link Integer}, and its type. */
    Number appliedTo(Object counter) {
        return switch (counter) {
            case Long value -> next(value);
            case Integer value -> intValueOf(next(value), value);
            default ->
                    throw new TableRefusal(
                            Printed.of(counter) + " is not an int or a long to count with");
        };
    }

    private long next(long value) {
        long sum = value + amount;
        boolean overflows = amount < 0 ? sum > value : sum < value;
        if (overflows && threshold.isEmpty()) {
            throw new TableRefusal(value + " cannot grow by " + amount + " within a long");
        }
        return threshold
                .filter(limit -> overflows || isBeyond(limit, sum))
                .map(Threshold::restart)
                .orElse(sum);
    }

    private boolean isBeyond(Threshold limit, long sum) {
        return amount < 0 ? sum < limit.last() : sum > limit.last();
    }

    private Integer intValueOf(long sum, int before) {
        if (sum != (int) sum) {
            throw new TableRefusal(
                    "%d cannot grow by %d to %d within an int: begin with a long, such as 0L"
                            .formatted(before, amount, sum));
        }
        return (int) sum;
    }
}
