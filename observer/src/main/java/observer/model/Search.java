package observer.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Finds processes by what they are called, also those that are not in the picture. */
public final class Search {

    private static final int MOST = 50;

    private Search() {}

    /**
     * What was found.
     *
     * @param found the first of them
     * @param more how many others there are
     */
    public record Result(List<Found> found, int more) {}

    /**
     * A process that was found.
     *
     * @param id its number
     * @param title what a person calls it
     * @param pid how the runtime writes it
     * @param label what it is, in a word
     * @param path the titles of those above it, the top first
     * @param shown whether it is in the picture
     */
    public record Found(
            long id, String title, String pid, String label, List<String> path, boolean shown) {}

    static Result of(String text, Collection<Node> nodes) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        List<Found> found = new ArrayList<>();
        int more = 0;
        for (Node node : nodes) {
            if (matches(node, wanted)) {
                if (found.size() < MOST) {
                    found.add(found(node));
                } else {
                    more++;
                }
            }
        }
        return new Result(found, more);
    }

    private static boolean matches(Node node, String wanted) {
        return contains(node.label, wanted)
                || contains(node.childId, wanted)
                || contains(node.pid.toString(), wanted)
                || node.names.stream().anyMatch(name -> contains(name, wanted));
    }

    private static boolean contains(String text, String wanted) {
        return text != null && text.toLowerCase(Locale.ROOT).contains(wanted);
    }

    private static Found found(Node node) {
        List<String> path = new ArrayList<>();
        for (Node above = node.parent; above != null; above = above.parent) {
            path.addFirst(above.title());
        }
        return new Found(
                node.id, node.title(), node.pid.toString(), node.label, path, node.isShown);
    }
}
