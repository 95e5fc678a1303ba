package kata.stage;

/**
 * One thing that a stage asks its learner to write.
 *
 * @param number its place among the stage's tasks, from 1
 */
public record Task(int number, String title) {}
