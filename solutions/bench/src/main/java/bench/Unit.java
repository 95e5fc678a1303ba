package bench;

import java.util.Locale;

/** What a figure counts, and how a person reads it. */
enum Unit {
    PER_SECOND(true) {
        @Override
        String show(double value) {
            return value >= 1e6 ? format("%.2f M/s", value / 1e6) : format("%.0f k/s", value / 1e3);
        }
    },
    SECONDS(false) {
        @Override
        String show(double value) {
            if (value < 1e-3) {
                return format("%.0f µs", value * 1e6);
            }
            return value < 1 ? format("%.0f ms", value * 1e3) : format("%.2f s", value);
        }
    },
    BYTES(false) {
        @Override
        String show(double value) {
            return format("%.0f B", value);
        }
    },
    COUNT(false) {
        @Override
        String show(double value) {
            return format("%.0f", value);
        }
    },
    /** Seconds that no candidate can do anything about. */
    OF_THE_MACHINE(false) {
        @Override
        String show(double value) {
            return format("%.0f ns", value * 1e9);
        }
    };

    private final boolean moreIsBetter;

    Unit(boolean moreIsBetter) {
        this.moreIsBetter = moreIsBetter;
    }

    abstract String show(double value);

    /** Says how many times better one value is than another; NaN where that means nothing. */
    double advantage(double value, double other) {
        return this == COUNT || this == OF_THE_MACHINE || value <= 0 || other <= 0
                ? Double.NaN
                : moreIsBetter ? value / other : other / value;
    }

    private static String format(String pattern, double value) {
        return String.format(Locale.ROOT, pattern, value);
    }
}
