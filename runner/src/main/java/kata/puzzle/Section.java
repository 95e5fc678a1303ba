package kata.puzzle;

import kata.starter.TaskSolution;

import java.util.List;

/**
 * The pieces of a task's solution, or of a part of it.
 *
 * @param opening the piece above it, in which it stands
 * @param solution the pieces, in the reference's order
 * @param distractors pieces of wrong solutions, which have no place in it
 */
record Section(
        TaskSolution place, String opening, List<String> solution, List<String> distractors) {}
