package gates;

/**
 * What a gate has found wrong, told so that somebody new to the repository can mend it.
 *
 * @param where the file, the test or the task that it is about
 * @param problem what was expected there, and what is there instead
 * @param remedy what to do about it
 */
public record Finding(String where, String problem, String remedy) {}
