package otp;

/**
 * What may stand in a pattern in place of a value: {@link #ANY}, or a variable. A pattern is a
 * tuple such as {@code Tuple.of(ANY, 1)}, {@code {:_, 1}} in Elixir.
 *
 * <p>A tuple matches one with as many elements if these match one by one; so do lists. A map
 * matches one that has at least its keys, if the values of these match; its keys are values. Any
 * other value matches what equals it.
 *
 * <p>The first element is an exception if it has no wildcard and no variable: then it is the key of
 * a row, and matches nothing else, even if there is a map in it.
 */
public sealed interface EtsPattern {

    /** Matches every value; {@code :_} in Elixir. */
    EtsPattern ANY = new Wildcard();

    /**
     * Matches every value, and the same wherever else the variable stands in the pattern; {@code
     * :"$1"} in Elixir.
     *
     * @param number tells variables apart, and says in which order {@link Ets#match} returns them
     */
    static EtsPattern variable(int number) {
        return new Variable(number);
    }

    /** Matches every value. */
    record Wildcard() implements EtsPattern {
        @Override
        public String toString() {
            return "_";
        }
    }

    /**
     * Matches every value, and remembers it.
     *
     * @param number tells variables apart, 0 or more
     */
    record Variable(int number) implements EtsPattern {

        /** Creates a variable. */
        public Variable {
            if (number < 0) {
                throw new IllegalArgumentException("a variable's number is below 0: " + number);
            }
        }

        @Override
        public String toString() {
            return "$" + number;
        }
    }
}
