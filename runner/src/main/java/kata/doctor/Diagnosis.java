package kata.doctor;

/**
 * What a check of this machine has shown.
 *
 * @param what what was found, in one line
 * @param remedy what to do, in one line; empty if nothing needs to be done
 */
public record Diagnosis(Level level, String what, String remedy) {

    /** How bad it is. */
    public enum Level {
        /** As it should be. */
        GOOD,
        /** The kata works, though not as well as it could. */
        POOR,
        /** The kata does not work. */
        BAD
    }

    static Diagnosis good(String what) {
        return new Diagnosis(Level.GOOD, what, "");
    }

    static Diagnosis poor(String what, String remedy) {
        return new Diagnosis(Level.POOR, what, remedy);
    }

    static Diagnosis bad(String what, String remedy) {
        return new Diagnosis(Level.BAD, what, remedy);
    }
}
