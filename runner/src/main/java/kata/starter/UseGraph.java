package kata.starter;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What uses what in one file, as far as it decides which helpers leave together with a task's
 * solution. A helper is an import or a private member.
 *
 * @param uses every use of a helper
 */
record UseGraph(List<Use> uses) {

    /**
     * One place that uses a helper.
     *
     * @param user the helper that the place belongs to; none if it belongs to code that always
     *     stays
     * @param used the helper that is used there
     * @param task the task whose solution holds the place, or 0
     */
    record Use(Optional<Span> user, Span used, int task) {

        boolean isBy(Predicate<Span> helper) {
            return user.filter(helper).isPresent();
        }
    }

    /**
     * Returns the helpers that the solution needs, but not the file whose tasks are solved up to
     * this one.
     */
    Set<Span> unneededIfSolvedUpTo(int task) {
        Set<Span> needed = reached(uses, use -> use.user().isEmpty());
        List<Use> remaining = uses.stream().filter(use -> use.task() <= task).toList();
        // What nothing in the solution needs stays as it is, and so does all that it uses.
        Set<Span> stillNeeded = reached(remaining, use -> !use.isBy(needed::contains));
        Set<Span> unneeded = new HashSet<>(needed);
        unneeded.removeAll(stillNeeded);
        return unneeded;
    }

    private static Set<Span> reached(List<Use> uses, Predicate<Use> begins) {
        Set<Span> reached = new HashSet<>();
        Deque<Span> open = new ArrayDeque<>(usedBy(uses, begins));
        while (!open.isEmpty()) {
            Span next = open.pop();
            if (reached.add(next)) {
                open.addAll(usedBy(uses, use -> use.isBy(next::equals)));
            }
        }
        return reached;
    }

    private static List<Span> usedBy(List<Use> uses, Predicate<Use> users) {
        return uses.stream().filter(users).map(Use::used).toList();
    }
}
