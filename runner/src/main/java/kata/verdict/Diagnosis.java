package kata.verdict;

import kata.stage.WrongSolution;

import java.util.List;

/**
 * The mistakes that explain how tests fail; none if nothing that is known does.
 *
 * @param together whether only all of them together explain it, and not each by itself
 */
public record Diagnosis(List<WrongSolution> mistakes, boolean together) {

    static final Diagnosis NONE = new Diagnosis(List.of(), false);
}
