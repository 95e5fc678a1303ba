package gates;

/**
 * What a gate has found wrong, told so that a newcomer to the repository can fix it.
 *
 * @param where the file, the test or the task that it is about
 * @param problem what was expected there, and what is there instead
 * @param remedy what to do about it
 */
public record Finding(String where, String problem, String remedy) {}
