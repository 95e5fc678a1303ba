package gates.page;

import gates.Finding;

import kata.stage.Kata;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Follows the links and images of every Markdown page; those into the network it only reads. */
public final class LinksLeadSomewhere {

    private LinksLeadSomewhere() {}

    /** Returns the links that lead nowhere. */
    public static List<Finding> inspect(Kata kata) {
        var target = new LinkTarget(kata.root());
        return Pages.below(kata.root()).stream()
                .flatMap(page -> findings(kata.root(), page, target))
                .toList();
    }

    private static Stream<Finding> findings(Path root, Lesson page, LinkTarget target) {
        return page.links().stream()
                .flatMap(link ->
                        target.problem(page, link.destination()).stream()
                                .map(problem -> finding(root, page, link, problem)));
    }

    private static Finding finding(Path root, Lesson page, Link link, String problem) {
        return new Finding(
                PageLocation.name(root, page.file()) + ":" + link.line(),
                "The link `%s` leads nowhere: %s.".formatted(link.destination(), problem),
                "Fix the link, or write what it should lead to.");
    }
}
