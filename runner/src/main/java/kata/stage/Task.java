package kata.stage;

/**
 * One thing that a stage asks its learner to write.
 *
 * @param number its place among the stage's tasks, from 1
 * @param title what is to be done, in one line
 */
public record Task(int number, String title) {}
