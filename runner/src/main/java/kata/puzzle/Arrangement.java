package kata.puzzle;

import java.util.List;

/**
 * How a learner has arranged the pieces of a task.
 *
 * @param used those that the learner uses, in their order
 */
record Arrangement(Section section, List<String> used) {

    /** Tells whether it is the reference's. */
    boolean isReference() {
        return used.equals(reference());
    }

    /** Tells whether the learner has not begun. */
    boolean isEmpty() {
        return used.isEmpty();
    }

    /** Returns how many pieces from the top stand as in the reference. */
    int inPlace() {
        List<String> reference = reference();
        int inPlace = 0;
        while (inPlace < Math.min(used.size(), reference.size())
                && used.get(inPlace).equals(reference.get(inPlace))) {
            inPlace++;
        }
        return inPlace;
    }

    /** Returns the pieces that are no pieces of the puzzle: they were edited. */
    List<String> foreign() {
        List<String> distractors =
                section.distractors().stream().map(PuzzleFile::withoutGaps).toList();
        List<String> reference = reference();
        return used.stream()
                .filter(piece -> !reference.contains(piece) && !distractors.contains(piece))
                .toList();
    }

    private List<String> reference() {
        return section.solution().stream().map(PuzzleFile::withoutGaps).toList();
    }
}
