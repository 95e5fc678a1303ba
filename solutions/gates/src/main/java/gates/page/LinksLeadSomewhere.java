package gates.page;

import gates.Finding;

import kata.stage.Kata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Follows the links and images of every Markdown page; those into the network it only reads. */
public final class LinksLeadSomewhere {

    private static final Set<String> NOT_OURS = Set.of("target", ".kata", ".git", "node_modules");

    private LinksLeadSomewhere() {}

    /** Returns the links that lead nowhere. */
    public static List<Finding> inspect(Kata kata) {
        var target = new LinkTarget(kata.root());
        return pages(kata.root()).stream()
                .map(Lesson::read)
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

    private static List<Path> pages(Path root) {
        List<Path> pages = new ArrayList<>();
        try {
            Files.walkFileTree(root, new PageCollector(pages));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        pages.sort(null);
        return pages;
    }

    private static final class PageCollector extends SimpleFileVisitor<Path> {

        private final List<Path> pages;

        PageCollector(List<Path> pages) {
            this.pages = pages;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return NOT_OURS.contains(folder.getFileName().toString())
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.getFileName().toString().endsWith(".md")) {
                pages.add(file);
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
