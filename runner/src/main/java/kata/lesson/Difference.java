package kata.lesson;

/**
 * A place where a session does not come out as it is printed.
 *
 * @param line the line of the lesson, from 1
 * @param expected what is printed there; nothing, if too little is printed
 * @param actual what jshell printed; nothing, if too much is printed in the lesson
 */
public record Difference(int line, String expected, String actual) {}
